import { AppError, notFound } from '@/kernel/errors';
import { newId, type UserId } from '@/kernel/ids';
import { type Locale, locales } from '@/kernel/vocabulary';
import { hashApiKey } from '@/platform/auth/api-key';
import { readSessionCookie } from '@/platform/auth/session-cookie';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { rememberSession } from './guess-session';
import { contextOf, type MembershipColumns, type SessionRow, sessionSql } from './member-row';

/** A signed-in person, whatever the workspace. */
export interface SignedIn {
  sessionId: string;
  userId: UserId;
  email: string;
  name: string;
  locale: Locale | null;
  theme: string;
}

interface ApiKeyRow extends MembershipColumns {
  workspace_id: string;
  key_id: string;
  user_id: string;
}

export interface Authorised {
  signedIn: SignedIn;
  /** Null where the person is no member of that workspace, or it does not exist: the caller cannot tell which. */
  context: MemberContext | null;
}

/** Session and membership in one statement, asked anew at every request: a removal holds from the next one on. */
export async function authoriseSession(
  cookieHeader: string | null,
  workspaceSlug: string | null,
  requestId: string = newId(),
): Promise<Authorised | null> {
  const claims = await readSessionCookie(cookieHeader);
  if (!claims) return null;
  const [row] = await systemDb('session').query<SessionRow>(sessionSql(claims.sessionId, workspaceSlug));
  if (!row || row.user_id !== claims.userId) return null;
  rememberSession(claims.sessionId, workspaceSlug, row);
  const signedIn: SignedIn = {
    sessionId: claims.sessionId,
    userId: row.user_id as UserId,
    email: row.email,
    name: row.user_name,
    locale: locales.find((locale) => locale === row.user_locale) ?? null,
    theme: row.theme,
  };
  return { signedIn, context: row.workspace_id ? contextOf(row, requestId) : null };
}

/** @param key the bearer key of `api/v1`. @throws unauthenticated for a key that is unknown, revoked or whose member left */
export async function authoriseApiKey(
  key: string,
  requestId: string,
): Promise<{ keyId: string; context: MemberContext }> {
  const hash = hashApiKey(key);
  const [row] = await systemDb('api-key').query<ApiKeyRow>(sql`SELECT * FROM system_api_key(${hash}::bytea)`);
  if (!row) throw new AppError('unauthenticated', 'invalid_api_key');
  return { keyId: row.key_id, context: contextOf(row, requestId) };
}

/** The context of a member or a 404 that does not tell whether the workspace exists. */
export function requireContext(authorised: Authorised | null): MemberContext {
  if (!authorised) throw new AppError('unauthenticated', 'unauthenticated');
  if (!authorised.context) throw notFound('workspace_not_found');
  return authorised.context;
}
