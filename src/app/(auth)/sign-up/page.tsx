import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { maybeSignedIn } from '@/entry/page';
import { TextLink } from '@/ui/text-link';
import { AuthHeading } from '../auth-heading';
import { SignUpForm } from './sign-up-form';

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('signUp.title') };
}

export default async function SignUpPage() {
  if (await maybeSignedIn()) redirect('/welcome');
  const t = await getTranslations('auth');
  return (
    <>
      <AuthHeading title={t('signUp.title')}>{t('signUp.text')}</AuthHeading>
      <SignUpForm locale={await getLocale()} />
      <p className="mt-6 text-small text-ink-2">
        {t('signUp.known')} <TextLink href="/sign-in">{t('signUp.signIn')}</TextLink>
      </p>
    </>
  );
}
