import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { maybeSignedIn } from '@/entry/page';
import { ownPath } from '@/entry/session';
import { signInProvider } from '@/entry/sign-in-provider';
import { Banner } from '@/ui/banner';
import { TextLink } from '@/ui/text-link';
import { AuthHeading } from '../auth-heading';
import { SignInForm } from './sign-in-form';

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('signIn.title') };
}

interface SignInProps {
  searchParams: Promise<{ next?: string; error?: string; notice?: string }>;
}

export default async function SignInPage({ searchParams }: SignInProps) {
  const { next, error, notice } = await searchParams;
  const path = ownPath(next);
  if (await maybeSignedIn()) redirect(path ?? '/');
  const t = await getTranslations('auth');
  return (
    <>
      <AuthHeading title={t('signIn.title')}>{path ? t('signIn.textNext') : t('signIn.text')}</AuthHeading>
      {notice === 'reset' ? (
        <div className="mb-5">
          <Banner tone="good" title={t('reset.done')} />
        </div>
      ) : null}
      <SignInForm next={path} provider={signInProvider()} {...(error ? { error } : {})} />
      <p className="mt-6 text-small text-ink-2">
        {t('signIn.new')} <TextLink href="/sign-up">{t('signIn.signUp')}</TextLink>
      </p>
    </>
  );
}
