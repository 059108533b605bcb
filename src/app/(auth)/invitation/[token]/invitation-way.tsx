import { getTranslations } from 'next-intl/server';
import { Banner } from '@/ui/banner';
import { LinkButton } from '@/ui/link-button';
import { ProviderButton } from '../../sign-in/provider-button';
import { SignOutButton } from '../../welcome/sign-out-button';
import { JoinForm } from './join-form';
import { NewLoginForm } from './new-login-form';

export interface InvitationWayProps {
  token: string;
  /** The invited address. */
  email: string;
  hasLogin: boolean;
  signedInAs: string | null;
  provider: string | null;
}

/** The one next step that fits: join, sign in first, choose a password, or sign out of another login. */
export async function InvitationWay({ token, email, hasLogin, signedInAs, provider }: InvitationWayProps) {
  const t = await getTranslations('auth');
  const back = `/invitation/${token}`;
  if (signedInAs === email) return <JoinForm token={token} />;
  if (signedInAs) {
    return (
      <>
        <Banner tone="warn" title={t('invitation.otherLogin', { email })} />
        <SignOutButton email={signedInAs} />
      </>
    );
  }
  if (hasLogin) {
    return (
      <div className="flex flex-col gap-4">
        <p className="text-small text-ink-2">{t('invitation.known', { email })}</p>
        <LinkButton href={`/sign-in?next=${encodeURIComponent(back)}`} tone="primary" className="h-9">
          {t('invitation.signIn')}
        </LinkButton>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <NewLoginForm token={token} email={email} />
      {provider ? <ProviderButton name={provider} next={back} /> : null}
    </div>
  );
}
