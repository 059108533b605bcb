'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { useActionForm } from '../../action-form/use-action-form';
import { AuthHeading } from '../auth-heading';
import { requestResetAction } from './actions';

export function ForgotForm() {
  const t = useTranslations('auth');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, state, isPending, error, errorOf } = useActionForm(requestResetAction, setSentTo);
  if (sentTo) {
    return (
      <div role="status">
        <AuthHeading title={t('forgot.sentTitle')}>{t('forgot.sentText', { email: sentTo })}</AuthHeading>
      </div>
    );
  }
  return (
    <>
      <AuthHeading title={t('forgot.title')}>{t('forgot.text')}</AuthHeading>
      <form {...form} className="flex flex-col gap-4">
        {error ? <Banner tone="bad" live="alert" title={error} /> : null}
        <Field label={t('email')} name="email" error={errorOf('email')}>
          <TextField
            type="email"
            autoComplete="username"
            inputMode="email"
            autoFocus
            defaultValue={state.typed.email ?? ''}
          />
        </Field>
        <Button tone="primary" type="submit" busy={isPending} className="mt-1 h-9">
          {isPending ? t('forgot.pending') : t('forgot.submit')}
        </Button>
      </form>
    </>
  );
}
