import { decode, encode } from 'next-auth/jwt';
import { env } from '@/platform/env';
import { SESSION_SECONDS } from './sessions';

/** What the signed cookie holds; the session row behind `sessionId` decides whether it still counts. */
export interface SessionClaims {
  sessionId: string;
  userId: string;
}

/** Over https the cookie never travels in clear. */
export const isSecure = () => env().PUBLIC_URL.startsWith('https:');

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
  const known = opened.get(token);
  if (known && known.endsAt > Date.now()) return known.claims;
  const claims = await decode({ token: decodeURIComponent(token), secret: env().AUTH_SECRET }).catch(
    () => null,
  );
  if (typeof claims?.sessionId !== 'string' || typeof claims.sub !== 'string') return null;
  const read = { sessionId: claims.sessionId, userId: claims.sub };
  if (typeof claims.exp === 'number') remember(token, read, claims.exp * 1000);
  return read;
}

/**
 * Tokens opened before: it costs 0.3 ms, as much as the queries of a small request, and what a token holds never
 * changes. Whether its session still counts is asked of the database each time.
 */
const opened = new Map<string, { claims: SessionClaims; endsAt: number }>();
const MOST_REMEMBERED = 2000;

function remember(token: string, claims: SessionClaims, endsAt: number): void {
  if (opened.size >= MOST_REMEMBERED) opened.clear();
  opened.set(token, { claims, endsAt });
}

/** The cookie of a session just opened, in the form next-auth writes it. */
export async function sessionCookie(claims: SessionClaims) {
  const value = await encode({
    token: { sub: claims.userId, sessionId: claims.sessionId },
    secret: env().AUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: SESSION_SECONDS,
  } as const;
  return { name: sessionCookieName(), value, options };
}
