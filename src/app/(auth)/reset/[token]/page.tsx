import { getTranslations } from 'next-intl/server';
import { findReset } from '@/entry/password-resets';
import { LinkButton } from '@/ui/link-button';
import { AuthHeading } from '../../auth-heading';
import { ResetForm } from './reset-form';

export async function generateMetadata() {
  const title = (await getTranslations('auth'))('reset.metaTitle');
  // The address is a secret: it is not told to whatever the page links to.
  return { title, referrer: 'no-referrer' };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const person = await findReset(token);
  const t = await getTranslations('auth');
  if (!person) {
    return (
      <>
        <AuthHeading title={t('reset.goneTitle')}>{t('reset.goneText')}</AuthHeading>
        <LinkButton href="/forgot-password">{t('reset.again')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <AuthHeading title={t('reset.title')}>{t('reset.text', { email: person.email })}</AuthHeading>
      <ResetForm token={token} email={person.email} />
    </>
  );
}
