import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';

export interface NewsToRecord {
  channelId: string;
  refused: number;
  refusedAt: Date | null;
  handshakeAt: Date | null;
}

/** Adds to a channel's refused requests and moves its last handshake; no event, since nobody's list changes by it. */
export async function recordChannelNews(db: TenantDb, news: NewsToRecord): Promise<void> {
  await db.query(sql`
    UPDATE channels SET refused_count = refused_count + ${news.refused}::int,
      refused_at = greatest(refused_at, ${news.refusedAt}::timestamptz),
      handshake_at = greatest(handshake_at, ${news.handshakeAt}::timestamptz)
    WHERE workspace_id = ${db.workspaceId} AND id = ${news.channelId}::uuid AND removed_at IS NULL`);
}
