'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Profile } from '@/modules/workspaces/contract';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { FormSection } from '@/ui/form-section';
import { TextField } from '@/ui/text-field';
import { showToast } from '@/ui/toast';
import { useActionForm } from '../../../action-form/use-action-form';
import { renameAction } from './actions';

export function NameSection({ slug, profile }: { slug: string; profile: Profile }) {
  const t = useTranslations('settings.profile');
  const common = useTranslations('common');
  const router = useRouter();
  const { form, isPending, error, errorOf } = useActionForm(renameAction.bind(null, slug), () => {
    showToast({ text: common('saved'), tone: 'good' });
    router.refresh();
  });
  return (
    <form {...form}>
      <FormSection
        title={t('you')}
        text={t('youText')}
        actions={
          <Button tone="primary" type="submit" busy={isPending}>
            {isPending ? common('saving') : common('save')}
          </Button>
        }
      >
        {error ? <Banner tone="bad" live="alert" title={error} /> : null}
        <Field label={t('name')} name="name" error={errorOf('name')}>
          <TextField autoComplete="name" defaultValue={profile.name} />
        </Field>
        <Field label={t('email')} hint={t('emailHint')}>
          <TextField readOnly value={profile.email} className="!bg-sunken !text-ink-2" />
        </Field>
      </FormSection>
    </form>
  );
}
