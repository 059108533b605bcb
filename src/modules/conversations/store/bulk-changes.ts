import { notFound } from '@/kernel/errors';
import { sql } from '@/platform/db/sql';
import type { TenantDb, TenantTransaction } from '@/platform/db/tenant-db';
import type { BulkProgress, TriageAction } from '../contract';
import type { KeptChange } from './save-triage';

export interface BulkChangeRow extends BulkProgress {
  memberId: string;
  action: TriageAction;
  selection: { ids: string[] };
  before: KeptChange[];
}

const columns = sql`id, member_id AS "memberId", action, selection, state, total, done, refused, before`;

export async function insertBulkChange(db: TenantTransaction, change: BulkChangeRow): Promise<void> {
  const { id, memberId, action, selection, state, total, done, refused, before } = change;
  await db.query(sql`
    INSERT INTO bulk_changes (workspace_id, id, member_id, action, selection, state, total, done, refused, before, finished_at)
    VALUES (${db.workspaceId}, ${id}, ${memberId}, ${JSON.stringify(action)}::jsonb, ${JSON.stringify(selection)}::jsonb,
      ${state}, ${total}, ${done}, ${refused}, ${JSON.stringify(before)}::jsonb, ${state === 'running' ? null : new Date()})`);
}

/** The change, locked. @throws bulk_change_not_found */
export async function lockBulkChange(db: TenantTransaction, id: string): Promise<BulkChangeRow> {
  const [row] = await db.query<BulkChangeRow>(sql`SELECT ${columns} FROM bulk_changes
    WHERE workspace_id = ${db.workspaceId} AND id = ${id}::uuid FOR UPDATE`);
  if (!row) throw notFound('bulk_change_not_found');
  return row;
}

/** How far a member's own change has come. @throws bulk_change_not_found */
export async function findProgress(db: TenantDb, id: string, memberId: string): Promise<BulkProgress> {
  const [row] = await db.query<BulkProgress>(sql`SELECT id, state, total, done, refused FROM bulk_changes
    WHERE workspace_id = ${db.workspaceId} AND id = ${id}::uuid AND member_id = ${memberId}::uuid`);
  if (!row) throw notFound('bulk_change_not_found');
  return row;
}

export function toProgress({ id, state, total, done, refused }: BulkProgress): BulkProgress {
  return { id, state, total, done, refused };
}
