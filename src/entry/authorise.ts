import { AppError, notFound } from '@/kernel/errors';
import { type MemberId, newId, type UserId, type WorkspaceId } from '@/kernel/ids';
import { type Locale, locales, type Role } from '@/kernel/vocabulary';
import { hashApiKey } from '@/platform/auth/api-key';
import { readSessionCookie } from '@/platform/auth/session-cookie';
import type { Actor, MemberContext, WorkspaceFacts } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { tenantDb } from '@/platform/db/tenant-db';
import { log } from '@/platform/log/log';
import { offers } from './offers';

/** A signed-in person, whatever the workspace. */
export interface SignedIn {
  sessionId: string;
  userId: UserId;
  email: string;
  name: string;
  locale: Locale | null;
  theme: string;
}

interface MembershipColumns {
  workspace_id: string | null;
  slug: string;
  workspace_name: string;
  workspace_locale: string;
  time_zone: string;
  member_id: string;
  role: string;
  display_name: string;
}

interface SessionRow extends MembershipColumns {
  user_id: string;
  email: string;
  user_name: string;
  user_locale: string | null;
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
  const [row] = await systemDb('session').query<SessionRow>(
    sql`SELECT * FROM system_session(${claims.sessionId}::uuid, ${workspaceSlug}::text)`,
  );
  if (!row || row.user_id !== claims.userId) return null;
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

function contextOf(row: MembershipColumns & { user_id: string }, requestId: string): MemberContext {
  const workspaceId = row.workspace_id as WorkspaceId;
  const workspace: WorkspaceFacts = {
    id: workspaceId,
    slug: row.slug,
    name: row.workspace_name,
    locale: row.workspace_locale as Locale,
    timeZone: row.time_zone,
  };
  const actor: Actor = {
    memberId: row.member_id as MemberId,
    userId: row.user_id as UserId,
    role: row.role as Role,
    name: row.display_name,
  };
  return {
    workspace,
    actor,
    db: tenantDb(workspaceId),
    now: () => new Date(),
    log: log.child({ requestId, workspaceId, memberId: actor.memberId }),
    requestId,
    offers: offers(),
  };
}
