import type { Grant } from '@/connectors/contract/connecting';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';

/** When new access must be renewed and when the grant ends; both begin anew with each consent. */
export async function keepGrant(
  db: TenantTransaction,
  channelId: string,
  { refreshAt, expiresAt }: Pick<Grant, 'refreshAt' | 'expiresAt'>,
): Promise<void> {
  await db.query(sql`
    UPDATE channels SET refresh_at = ${refreshAt ?? null}, refresh_not_before = NULL, refresh_failures = 0, touched_at = now(),
      expires_at = coalesce(${expiresAt ?? null}::timestamptz, expires_at)
    WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid`);
}
