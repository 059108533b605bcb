import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { AppError } from '@/kernel/errors';
import type { UserId } from '@/kernel/ids';
import { env } from '@/platform/env';
import { log } from '@/platform/log/log';
import { clientAddress } from './client-address';
import { accountOf } from './oidc-account';
import { isSecure } from './session-cookie';
import { openSession, revokeSession, SESSION_SECONDS } from './sessions';
import { verifySignIn } from './verify-sign-in';

interface OidcProfile {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** Name on the button where a provider is set up, else null. */
export function oidcName(): string | null {
  return env().OIDC_ISSUER ? env().OIDC_NAME : null;
}

/** next-auth for one request: both doors end in the same session row and the same cookie. */
export function authOptions(headers: Headers): AuthOptions {
  const userAgent = headers.get('user-agent');
  const address = clientAddress(headers.get('x-forwarded-for'));
  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/' },
    providers: [passwordProvider(address), ...oidcProvider()],
    callbacks: {
      // Only here does a person's id meet a token: `user` and `account` come with a sign-in and never after it.
      jwt: async ({ token, user, account, profile }) => {
        if (!account || !user) return token;
        const userId = account.provider === 'oidc' ? await loginOf(profile) : user.id;
        return { sub: userId, sessionId: await openSession(userId, userAgent) };
      },
      // Who is signed in is answered by our own doors, from the session's row.
      session: ({ session }) => ({ expires: session.expires }),
      signIn: async ({ account, profile }) => {
        if (account?.provider !== 'oidc') return true;
        try {
          return Boolean(await loginOf(profile));
        } catch (error) {
          if (error instanceof AppError) return `/sign-in?error=${error.reason}`;
          throw error;
        }
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sessionId === 'string') await revokeSession(token.sessionId);
      },
    },
    logger: {
      error: (code, details) => log.warn({ code, details: String(details) }, 'sign-in failed'),
      warn: (code) => log.debug({ code }, 'next-auth warns'),
      debug: () => {},
    },
  };
}

function passwordProvider(address: string) {
  return CredentialsProvider({
    name: 'Password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    authorize: async (typed) => {
      try {
        return {
          id: await verifySignIn({ email: typed?.email ?? '', password: typed?.password ?? '', address }),
        };
      } catch (error) {
        // The message becomes `?error=`: the reason, never more.
        throw new Error(error instanceof AppError ? error.reason : 'internal');
      }
    },
  });
}

function oidcProvider(): OAuthConfig<OidcProfile>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: 'oidc',
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      // Many providers put the address only behind the userinfo endpoint; its `sub` is checked against the token's.
      userinfo: {
        request: async ({ client, tokens }) => {
          const set = tokens as Extract<Parameters<typeof client.userinfo>[0], object>;
          return {
            ...set.claims(),
            ...(client.issuer.metadata.userinfo_endpoint ? await client.userinfo(set) : {}),
          };
        },
      },
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile) => ({ id: profile.sub }),
    },
  ];
}

/** Safe to call twice: the second call finds what the first linked. */
function loginOf(profile: unknown): Promise<UserId> {
  const { sub, email, email_verified, name } = profile as OidcProfile;
  return accountOf({
    issuer: env().OIDC_ISSUER ?? '',
    subject: sub,
    email: email ?? null,
    isEmailVerified: email_verified === true,
    name: name ?? null,
  });
}
