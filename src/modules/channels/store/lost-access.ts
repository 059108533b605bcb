import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';

/** The network has refused us for good: nothing is asked or sent until an admin reconnects. @returns whether that is new */
export async function markNeedsReconnect(
  db: TenantTransaction,
  channelId: string,
  reason: string,
): Promise<boolean> {
  const rows = await db.query(sql`
    UPDATE channels SET state = 'needs_reconnect', state_reason = ${reason}
    WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid AND state = 'active' RETURNING id`);
  return rows.length > 0;
}
