import { cookies, headers } from 'next/headers';
import { newId, type UserId, type WorkspaceId } from '@/kernel/ids';
import { readSessionCookie, sessionCookie, sessionCookieName } from '@/platform/auth/session-cookie';
import { openSession, revokeSession } from '@/platform/auth/sessions';
import { verifySignIn } from '@/platform/auth/verify-sign-in';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { tenantDb } from '@/platform/db/tenant-db';
import { requestAddress } from './public-action';

/** The workspace last seen in this browser; written by the frame. */
export const workspaceCookie = 'workspace';

/** Checks the password and opens a session in this browser. @returns the path to go to */
export async function signInWithPassword(
  typed: { email: string; password: string },
  next: string | null,
): Promise<string> {
  const userId = await verifySignIn({ ...typed, address: await requestAddress() });
  await startSession(userId);
  return landingPath(userId, next);
}

/** Opens a session for somebody already proven and sets its cookie; only inside an action or a route. */
export async function startSession(userId: UserId): Promise<void> {
  const sessionId = await openSession(userId, (await headers()).get('user-agent'));
  const { name, value, options } = await sessionCookie({ userId, sessionId });
  const jar = await cookies();
  jar.set(name, value, options);
  const [choice] = await systemDb('session').query<{ locale: string | null; theme: string }>(
    sql`SELECT locale, theme FROM users WHERE id = ${userId}::uuid`,
  );
  const year = { path: '/', maxAge: 31_536_000, sameSite: 'lax' } as const;
  if (choice?.locale) jar.set('locale', choice.locale, year);
  if (choice) jar.set('theme', choice.theme, year);
}

/** Ends this browser's session, row and cookie. */
export async function endSession(): Promise<void> {
  const jar = await cookies();
  const header = jar.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  const claims = await readSessionCookie(header.join('; '));
  if (claims) await revokeSession(claims.sessionId);
  jar.delete(sessionCookieName());
}

/** `next` where it is a path of our own, else the last workspace, else the first, else the page for people without one. */
export async function landingPath(userId: UserId, next: string | null): Promise<string> {
  const own = await systemDb('session').query<{ workspace_id: string; slug: string; member_id: string }>(
    sql`SELECT workspace_id, slug, member_id FROM system_memberships(${userId}::uuid)`,
  );
  const wanted = ownPath(next);
  const last = wanted?.split(/[/?#]/)[1] ?? (await cookies()).get(workspaceCookie)?.value;
  const workspace = own.find(({ slug }) => slug === last) ?? (wanted ? undefined : own[0]);
  if (workspace) await auditSignIn(workspace.workspace_id as WorkspaceId, workspace.member_id);
  return wanted ?? (workspace ? `/${workspace.slug}` : '/welcome');
}

/** Null for anything that could lead to another site. */
export function ownPath(path: string | null | undefined): string | null {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : null;
}

async function auditSignIn(workspaceId: WorkspaceId, memberId: string): Promise<void> {
  await tenantDb(workspaceId).query(sql`
    INSERT INTO audit_entries (workspace_id, id, member_id, action, subject_type, subject_id)
    VALUES (${workspaceId}, ${newId()}::uuid, ${memberId}::uuid, 'member.signed_in', 'member', ${memberId}::uuid)`);
}
