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
  const canMail = canMailResets();
  return (
    <>
      <AuthHeading title={t(canMail ? 'forgot.title' : 'forgot.noMailTitle')}>
        {t(canMail ? 'forgot.text' : 'forgot.noMailText')}
      </AuthHeading>
      {canMail ? <ForgotForm /> : null}
      <p className="mt-6 text-small text-ink-2">
        <TextLink href="/sign-in">{t('forgot.back')}</TextLink>
      </p>
    </>
  );
}
