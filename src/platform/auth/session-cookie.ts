import { decode } from 'next-auth/jwt';
import { env } from '@/platform/env';

/** What the signed cookie holds; the session row behind `sessionId` decides whether it still counts. */
export interface SessionClaims {
  sessionId: string;
  userId: string;
}

const isSecure = () => env().PUBLIC_URL.startsWith('https:');

export function sessionCookieName(): string {
  return `${isSecure() ? '__Secure-' : ''}next-auth.session-token`;
}

/** @param cookieHeader a request's `cookie` header. @returns null where there is no valid token */
export async function readSessionCookie(cookieHeader: string | null): Promise<SessionClaims | null> {
  const name = sessionCookieName();
  const token = cookieHeader
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  if (!token) return null;
  const claims = await decode({ token: decodeURIComponent(token), secret: env().AUTH_SECRET }).catch(() => null);
  if (typeof claims?.sessionId !== 'string' || typeof claims.sub !== 'string') return null;
  return { sessionId: claims.sessionId, userId: claims.sub };
}
