'use client';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/kernel/vocabulary';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { useActionForm } from '../../action-form/use-action-form';
import { signUpAction } from '../actions';
import { BrowserZone } from '../browser-zone';

export function SignUpForm({ locale }: { locale: Locale }) {
  const t = useTranslations('auth');
  const { form, state, isPending, error, errorOf } = useActionForm(signUpAction);
  return (
    <form {...form} className="flex flex-col gap-4">
      {error ? <Banner tone="bad" live="alert" title={error} /> : null}
      <Field label={t('name')} name="name" error={errorOf('name')}>
        <TextField autoComplete="name" autoFocus defaultValue={state.typed.name ?? ''} />
      </Field>
      <Field label={t('email')} name="email" error={errorOf('email')}>
        <TextField
          type="email"
          autoComplete="username"
          inputMode="email"
          defaultValue={state.typed.email ?? ''}
        />
      </Field>
      <Field label={t('password')} name="password" hint={t('passwordHint')} error={errorOf('password')}>
        <TextField type="password" autoComplete="new-password" />
      </Field>
      <Field
        label={t('workspaceName')}
        name="workspaceName"
        hint={t('workspaceNameHint')}
        error={errorOf('workspaceName')}
      >
        <TextField autoComplete="organization" defaultValue={state.typed.workspaceName ?? ''} />
      </Field>
      <input type="hidden" name="locale" value={locale} />
      <BrowserZone />
      <Button tone="primary" type="submit" busy={isPending} className="mt-1 h-9">
        {isPending ? t('signUp.pending') : t('signUp.submit')}
      </Button>
    </form>
  );
}
