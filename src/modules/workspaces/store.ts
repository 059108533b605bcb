import { AppError } from '@/kernel/errors';
import type { Role } from '@/kernel/vocabulary';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { Standing } from './domain/last-admin';

/** Everybody who belongs to the workspace, locked: two admins cannot remove one another at the same time. */
export function lockMembers(db: TenantTransaction): Promise<Standing[]> {
  return db.query<Standing>(sql`
    SELECT id, role FROM memberships WHERE workspace_id = ${db.workspaceId} AND removed_at IS NULL ORDER BY id FOR UPDATE`);
}

export interface PersonRow {
  email: string;
  name: string;
  passwordHash: string | null;
}

/** The login behind a membership. */
export async function loadPerson(db: TenantTransaction, userId: string): Promise<PersonRow> {
  const [row] = await db.query<PersonRow>(
    sql`SELECT email, name, password_hash AS "passwordHash" FROM users WHERE id = ${userId}::uuid`,
  );
  if (!row) throw new AppError('not_found', 'user_not_found');
  return row;
}

/** @returns false where the address has a login already */
export async function insertPerson(
  db: TenantTransaction,
  person: { id: string; email: string; name: string; passwordHash: string | null; locale: string },
): Promise<boolean> {
  const rows = await db.query(sql`
    INSERT INTO users (id, email, name, password_hash, locale)
    VALUES (${person.id}::uuid, ${person.email}, ${person.name}, ${person.passwordHash}, ${person.locale})
    ON CONFLICT (email) DO NOTHING RETURNING id`);
  return rows.length > 0;
}

/** Adds the membership, or brings back that of somebody who was here before. @returns its id */
export async function admitMember(
  db: TenantTransaction,
  member: { id: string; userId: string; role: Role; name: string },
): Promise<string> {
  const [row] = await db.query<{ id: string }>(sql`
    INSERT INTO memberships AS m (workspace_id, id, user_id, role, display_name)
    VALUES (${db.workspaceId}, ${member.id}::uuid, ${member.userId}::uuid, ${member.role}, ${member.name})
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET role = excluded.role, removed_at = NULL
      WHERE m.removed_at IS NOT NULL
    RETURNING m.id`);
  if (!row) throw new AppError('conflict', 'already_member');
  return row.id;
}

/** Ends a membership and its keys with one time stamp, by which `restore-member` finds them again. */
export async function endMembership(db: TenantTransaction, memberId: string, now: Date): Promise<void> {
  await db.query(sql`
    UPDATE memberships SET removed_at = ${now} WHERE workspace_id = ${db.workspaceId} AND id = ${memberId}::uuid`);
  await db.query(sql`
    UPDATE api_keys SET revoked_at = ${now}
    WHERE workspace_id = ${db.workspaceId} AND member_id = ${memberId}::uuid AND revoked_at IS NULL`);
}

/** Replaces who is in a team; ids of people who are no members are passed over. */
export async function replaceTeamMembers(
  db: TenantTransaction,
  teamId: string,
  memberIds: readonly string[],
): Promise<void> {
  await db.query(
    sql`DELETE FROM team_members WHERE workspace_id = ${db.workspaceId} AND team_id = ${teamId}::uuid`,
  );
  await db.query(sql`
    INSERT INTO team_members (workspace_id, team_id, member_id)
    SELECT workspace_id, ${teamId}::uuid, id FROM memberships
    WHERE workspace_id = ${db.workspaceId} AND id = ANY(${memberIds}::uuid[]) AND removed_at IS NULL`);
}

/** Runs a statement and turns the named PostgreSQL error (`23505` unique, `23503` foreign key) into a refusal. */
export async function refusing<Value>(code: string, refusal: AppError, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: unknown }).code === code) throw refusal;
    throw error;
  }
}
