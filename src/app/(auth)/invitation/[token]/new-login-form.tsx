'use client';
import { useTranslations } from 'next-intl';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { useActionForm } from '../../../action-form/use-action-form';
import { joinAsNewAction } from './actions';

export function NewLoginForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('auth');
  const { form, state, isPending, error, errorOf } = useActionForm(joinAsNewAction.bind(null, token));
  return (
    <form {...form} className="flex flex-col gap-4">
      {error ? <Banner tone="bad" live="alert" title={error} /> : null}
      <Field label={t('email')} name="email" hint={t('invitation.emailHint')}>
        <TextField
          type="email"
          autoComplete="username"
          readOnly
          value={email}
          className="!bg-sunken !text-ink-2"
        />
      </Field>
      <Field label={t('name')} name="name" error={errorOf('name')}>
        <TextField autoComplete="name" autoFocus defaultValue={state.typed.name ?? ''} />
      </Field>
      <Field label={t('password')} name="password" hint={t('passwordHint')} error={errorOf('password')}>
        <TextField type="password" autoComplete="new-password" />
      </Field>
      <Button tone="primary" type="submit" busy={isPending} className="mt-1 h-9">
        {t('invitation.join')}
      </Button>
    </form>
  );
}
