'use client';
import { useTranslations } from 'next-intl';
import { errorSentence } from '@/i18n/error-sentence';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { TextLink } from '@/ui/text-link';
import { useActionForm } from '../../action-form/use-action-form';
import { signInAction } from '../actions';
import { ProviderButton } from './provider-button';

export interface SignInFormProps {
  /** Where to go afterwards. */
  next: string | null;
  /** Name of the OpenID provider, if there is one. */
  provider: string | null;
  /** A reason the way through the provider ended with. */
  error?: string;
}

export function SignInForm({ next, provider, error }: SignInFormProps) {
  const t = useTranslations('auth');
  const errors = useTranslations('errors');
  const sending = useActionForm(signInAction.bind(null, next));
  const returned = error && errorSentence(errors, errors.has(error as never) ? error : 'sign_in_failed');
  const sentence = sending.error ?? (sending.state.attempt === 0 ? returned : undefined);
  return (
    <div className="flex flex-col gap-5">
      <form {...sending.form} className="flex flex-col gap-4">
        {sentence ? <Banner tone="bad" live="alert" title={sentence} /> : null}
        <Field label={t('email')} name="email" error={sending.errorOf('email')}>
          <TextField
            type="email"
            autoComplete="username"
            inputMode="email"
            autoFocus
            defaultValue={sending.state.typed.email ?? ''}
          />
        </Field>
        <Field label={t('password')} name="password" error={sending.errorOf('password')}>
          <TextField type="password" autoComplete="current-password" />
        </Field>
        <p className="-mt-2 text-small">
          <TextLink href="/forgot-password">{t('signIn.forgot')}</TextLink>
        </p>
        <Button tone="primary" type="submit" busy={sending.isPending} className="mt-1 h-9">
          {sending.isPending ? t('signIn.pending') : t('signIn.submit')}
        </Button>
      </form>
      {provider ? <ProviderButton name={provider} next={next} /> : null}
    </div>
  );
}
