import type { BusinessHours, OpeningTimes } from '@/kernel/business-hours';
import { notFound } from '@/kernel/errors';
import type { MemberId, UserId } from '@/kernel/ids';
import { decodeCursor, type Page, toPage } from '@/kernel/pagination';
import type { Locale, Role } from '@/kernel/vocabulary';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import type {
  ApiKeySummary,
  AuditLine,
  InvitationSummary,
  MemberSummary,
  MyWorkspace,
  Profile,
  TeamSummary,
  ThemeChoice,
  WorkspaceSettings,
} from './contract';

/** Everybody who belongs to the workspace now, by name. */
export function listMembers({ db }: TenantContext): Promise<MemberSummary[]> {
  return db.query<MemberSummary>(sql`
    SELECT m.id, m.display_name AS name, u.email, m.role, m.created_at AS "joinedAt"
    FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ${db.workspaceId} AND m.removed_at IS NULL
    ORDER BY lower(m.display_name), m.id`);
}

/** Teams by name, each with the ids of the members who still belong to the workspace. */
export function listTeams({ db }: TenantContext): Promise<TeamSummary[]> {
  return db.query<TeamSummary>(sql`
    SELECT t.id, t.name, coalesce(array_agg(m.id ORDER BY lower(m.display_name)) FILTER (WHERE m.id IS NOT NULL), '{}') AS "memberIds"
    FROM teams t
    LEFT JOIN team_members tm ON tm.workspace_id = t.workspace_id AND tm.team_id = t.id
    LEFT JOIN memberships m ON m.workspace_id = tm.workspace_id AND m.id = tm.member_id AND m.removed_at IS NULL
    WHERE t.workspace_id = ${db.workspaceId}
    GROUP BY t.id, t.name ORDER BY lower(t.name), t.id`);
}

/** Invitations that can still be accepted or renewed, newest first; an expired one stays until it is revoked. */
export function listInvitations({ db }: TenantContext): Promise<InvitationSummary[]> {
  return db.query<InvitationSummary>(sql`
    SELECT i.id, i.email, i.role, m.display_name AS "invitedBy", i.created_at AS "createdAt", i.expires_at AS "expiresAt"
    FROM invitations i
    LEFT JOIN memberships m ON m.workspace_id = i.workspace_id AND m.id = i.invited_by_id
    WHERE i.workspace_id = ${db.workspaceId} AND i.accepted_at IS NULL AND i.revoked_at IS NULL
    ORDER BY i.created_at DESC, i.id`);
}

export async function getWorkspaceSettings({ db }: TenantContext): Promise<WorkspaceSettings> {
  const [row] = await db.query<{
    slug: string;
    name: string;
    locale: Locale;
    time_zone: string;
    business_hours: BusinessHours;
    holidays: string[];
  }>(
    sql`SELECT slug, name, locale, time_zone, business_hours, holidays FROM workspaces WHERE id = ${db.workspaceId}`,
  );
  if (!row) throw new Error('the workspace of an authorised context is gone');
  const { slug, name, locale, holidays } = row;
  return { slug, name, locale, timeZone: row.time_zone, businessHours: row.business_hours, holidays };
}

/** The keys of the member who asks, newest first, revoked ones left out. */
export function listApiKeys({ db, actor }: MemberContext): Promise<ApiKeySummary[]> {
  return db.query<ApiKeySummary>(sql`
    SELECT id, name, hint, created_at AS "createdAt", last_used_at AS "lastUsedAt"
    FROM api_keys
    WHERE workspace_id = ${db.workspaceId} AND member_id = ${actor.memberId} AND revoked_at IS NULL
    ORDER BY created_at DESC, id`);
}

interface AuditRow extends Omit<AuditLine, 'member'> {
  member_id: string | null;
  member_name: string | null;
  /** Microseconds, so that the cursor does not lose what a Date rounds. */
}

/**
 * A page of the audit log, newest first. Plan: index (workspace_id, created_at DESC, id DESC), read from the cursor.
 * @param cursor of the page before
 */
export async function listAuditEntries(
  { db }: TenantContext,
  { limit = 50, cursor }: { limit?: number; cursor?: string | undefined } = {},
): Promise<Page<AuditLine>> {
  const [at, id] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [null, null];
  const rows = await db.query<AuditRow>(sql`
    SELECT a.id, a.action, a.subject_type AS "subjectType", a.subject_id AS "subjectId", a.data, a.created_at AS "createdAt",
      m.id AS member_id, m.display_name AS member_name, s.display_name AS "subjectName"
    FROM audit_entries a
    LEFT JOIN memberships m ON m.workspace_id = a.workspace_id AND m.id = coalesce(a.member_id, (a.data->>'byMemberId')::uuid)
    LEFT JOIN memberships s ON s.workspace_id = a.workspace_id AND a.subject_type = 'member' AND s.id = a.subject_id
    WHERE a.workspace_id = ${db.workspaceId}
      AND (${at}::text IS NULL OR (a.created_at, a.id) < (${at}::timestamptz, ${id}::uuid))
    ORDER BY a.created_at DESC, a.id DESC LIMIT ${limit + 1}`);
  const page = toPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { ...page, data: page.data.map(toAuditLine) };
}

function toAuditLine({ member_id, member_name, ...line }: AuditRow): AuditLine {
  const { byMemberId: __, ...data } = line.data;
  return { ...line, data, member: member_id && member_name ? { id: member_id, name: member_name } : null };
}

/** What the person signed in may see of their own login. */
export async function getProfile({ db, actor }: MemberContext): Promise<Profile> {
  const [row] = await db.query<{
    email: string;
    locale: Locale | null;
    theme: ThemeChoice;
    has_password: boolean;
  }>(sql`
    SELECT email, locale, theme, password_hash IS NOT NULL AS has_password FROM users WHERE id = ${actor.userId}`);
  if (!row) throw new Error('the login of an authorised context is gone');
  return {
    name: actor.name,
    email: row.email,
    locale: row.locale,
    theme: row.theme,
    hasPassword: row.has_password,
  };
}

/** The workspaces a login belongs to, by name. Asks across workspaces, through a function that answers for this login only. */
export async function listMyWorkspaces(userId: UserId): Promise<MyWorkspace[]> {
  const rows = await systemDb('session').query<{ slug: string; workspace_name: string; role: Role }>(
    sql`SELECT slug, workspace_name, role FROM system_memberships(${userId}::uuid)`,
  );
  return rows.map(({ slug, workspace_name, role }) => ({ slug, name: workspace_name, role }));
}

/** The member with this e-mail address, or null; for the command line. */
export async function findMemberByEmail(
  { db }: TenantContext,
  email: string,
): Promise<{ memberId: MemberId; userId: UserId; role: Role; name: string } | null> {
  const [row] = await db.query<{ memberId: MemberId; userId: UserId; role: Role; name: string }>(sql`
    SELECT m.id AS "memberId", m.user_id AS "userId", m.role, m.display_name AS name
    FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ${db.workspaceId} AND m.removed_at IS NULL AND u.email = ${email.trim().toLowerCase()}`);
  return row ?? null;
}

/** When answers can be expected: hours, holidays and zone, for every figure in business time. */
export async function openingTimesOf({
  db,
  workspace,
}: Pick<TenantContext, 'db' | 'workspace'>): Promise<OpeningTimes> {
  const [row] = await db.query<{ hours: BusinessHours; holidays: string[] }>(
    sql`SELECT business_hours AS hours, holidays FROM workspaces WHERE id = ${db.workspaceId}`,
  );
  if (!row) throw notFound('workspace_not_found');
  return { ...row, timeZone: workspace.timeZone };
}
