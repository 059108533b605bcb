import { getTranslations } from 'next-intl/server';
import { findInvitation } from '@/entry/invitations';
import { maybeSignedIn } from '@/entry/page';
import { signInProvider } from '@/entry/sign-in-provider';
import { AuthHeading } from '../../auth-heading';
import { InvitationGone } from './invitation-gone';
import { InvitationWay } from './invitation-way';

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('invitation.metaTitle') };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (!invitation) return <InvitationGone />;
  const person = await maybeSignedIn();
  const t = await getTranslations('auth');
  const words = await getTranslations('vocabulary');
  const { workspaceName, invitedBy, role, email, hasLogin } = invitation;
  return (
    <>
      <AuthHeading title={t('invitation.title', { workspace: workspaceName })}>
        {t(invitedBy ? 'invitation.textBy' : 'invitation.text', {
          inviter: invitedBy ?? '',
          role: words(`role.${role}`),
        })}
      </AuthHeading>
      <InvitationWay
        token={token}
        email={email}
        hasLogin={hasLogin}
        signedInAs={person?.email ?? null}
        provider={signInProvider()}
      />
    </>
  );
}
