import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';

/**
 * Sets up to when a member has read conversations: now, or the beginning of time, which is "unread" even where only
 * we wrote. @returns the ids that exist
 */
export async function setReadMarkers(
  db: TenantDb,
  memberId: string,
  ids: readonly string[],
  to: 'mark_read' | 'mark_unread',
): Promise<string[]> {
  // Read means everything that is there, also where a network's clock runs ahead of ours.
  const at =
    to === 'mark_read'
      ? sql`greatest(now(), c.last_message_at, c.last_inbound_at)`
      : sql`'epoch'::timestamptz`;
  const rows = await db.query<{ id: string }>(sql`
    INSERT INTO read_markers (workspace_id, member_id, conversation_id, read_at)
    SELECT c.workspace_id, ${memberId}::uuid, c.id, ${at} FROM conversations c
    WHERE c.workspace_id = ${db.workspaceId} AND c.id = ANY (${ids}::uuid[])
    ON CONFLICT (workspace_id, member_id, conversation_id) DO UPDATE SET read_at = excluded.read_at
    RETURNING conversation_id AS id`);
  return rows.map(({ id }) => id);
}
