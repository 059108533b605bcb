'use client';
import { useTranslations } from 'next-intl';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { useActionForm } from '../../../action-form/use-action-form';
import { resetPasswordAction } from './actions';

export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('auth');
  const { form, isPending, error, errorOf } = useActionForm(resetPasswordAction.bind(null, token));
  return (
    <form {...form} className="flex flex-col gap-4">
      {error ? <Banner tone="bad" live="alert" title={error} /> : null}
      {/* For the browser's password store: whose password this is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        label={t('reset.newPassword')}
        name="password"
        hint={t('passwordHint')}
        error={errorOf('password')}
      >
        <TextField type="password" autoComplete="new-password" autoFocus />
      </Field>
      <Button tone="primary" type="submit" busy={isPending} className="mt-1 h-9">
        {isPending ? t('reset.pending') : t('reset.submit')}
      </Button>
    </form>
  );
}
