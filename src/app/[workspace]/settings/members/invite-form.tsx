'use client';
import { useTranslations } from 'next-intl';
import type { DeliveredInvitation } from '@/entry/invitations';
import { roles } from '@/kernel/vocabulary';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { RadioGroup } from '@/ui/radio-group';
import { TextField } from '@/ui/text-field';
import { useActionForm } from '../../../action-form/use-action-form';
import { inviteMemberAction } from './actions';

export interface InviteFormProps {
  slug: string;
  onInvited: (invitation: DeliveredInvitation) => void;
}

export function InviteForm({ slug, onInvited }: InviteFormProps) {
  const t = useTranslations('settings.members');
  const words = useTranslations('vocabulary.role');
  const { form, isPending, error, errorOf } = useActionForm(inviteMemberAction.bind(null, slug), onInvited);
  return (
    <form {...form} className="flex flex-col gap-4">
      {error ? <Banner tone="bad" live="alert" title={error} /> : null}
      <Field label={t('email')} name="email" error={errorOf('email')}>
        <TextField type="email" inputMode="email" autoComplete="off" autoFocus />
      </Field>
      <RadioGroup
        label={t('role')}
        name="role"
        defaultValue="marketer"
        options={roles
          .toReversed()
          .map((value) => ({ value, label: words(value), hint: t(`roleHints.${value}`) }))}
      />
      <div className="flex justify-end pt-2">
        <Button tone="primary" type="submit" busy={isPending}>
          {t('inviteSubmit')}
        </Button>
      </div>
    </form>
  );
}
