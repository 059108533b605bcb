import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/ui/link-button';
import { AuthHeading } from '../../auth-heading';

/** A link that was used, taken back or is too old: nobody is told which. */
export async function InvitationGone() {
  const t = await getTranslations('auth');
  return (
    <>
      <AuthHeading title={t('invitation.goneTitle')}>{t('invitation.goneText')}</AuthHeading>
      <LinkButton href="/sign-in">{t('signIn.title')}</LinkButton>
    </>
  );
}
