'use client';
import { useTranslations } from 'next-intl';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { FormSection } from '@/ui/form-section';
import { TextField } from '@/ui/text-field';
import { showToast } from '@/ui/toast';
import { useActionForm } from '../../../action-form/use-action-form';
import { changePasswordAction } from './actions';

export interface PasswordSectionProps {
  slug: string;
  email: string;
  /** Somebody who came through a provider has none yet. */
  hasPassword: boolean;
}

export function PasswordSection({ slug, email, hasPassword }: PasswordSectionProps) {
  const t = useTranslations('settings.profile');
  const auth = useTranslations('auth');
  const { form, isPending, error, errorOf } = useActionForm(changePasswordAction.bind(null, slug), () => {
    form.ref.current?.reset();
    showToast({ text: t('passwordChanged'), tone: 'good' });
  });
  return (
    <form {...form}>
      <FormSection
        title={t('password')}
        text={t('passwordText')}
        actions={
          <Button type="submit" busy={isPending}>
            {hasPassword ? t('passwordSubmit') : t('passwordSet')}
          </Button>
        }
      >
        {error ? <Banner tone="bad" live="alert" title={error} /> : null}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        {hasPassword ? (
          <Field label={t('currentPassword')} name="currentPassword" error={errorOf('currentPassword')}>
            <TextField type="password" autoComplete="current-password" />
          </Field>
        ) : null}
        <Field
          label={t('newPassword')}
          name="newPassword"
          hint={auth('passwordHint')}
          error={errorOf('newPassword')}
        >
          <TextField type="password" autoComplete="new-password" />
        </Field>
      </FormSection>
    </form>
  );
}
