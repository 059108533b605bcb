import { getTranslations } from 'next-intl/server';
import { canMailResets } from '@/entry/password-resets';
import { TextLink } from '@/ui/text-link';
import { AuthHeading } from '../auth-heading';
import { ForgotForm } from './forgot-form';

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('forgot.title') };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('auth');
  return (
    <>
      {canMailResets() ? (
        <ForgotForm />
      ) : (
        <AuthHeading title={t('forgot.noMailTitle')}>{t('forgot.noMailText')}</AuthHeading>
      )}
      <p className="mt-6 text-small text-ink-2">
        <TextLink href="/sign-in">{t('forgot.back')}</TextLink>
      </p>
    </>
  );
}
