import type { Connector } from '@/connectors/contract';
import { sql } from '@/platform/db/sql';
import type { TenantDb, TenantTransaction } from '@/platform/db/tenant-db';

export type FeedName = 'live' | 'backfill';

export interface FeedRef {
  channelId: string;
  feed: FeedName;
}

/** A feed as it stands while it is being asked. */
export interface LeasedFeed {
  cursor: unknown;
  since: Date | null;
  completeAt: Date | null;
  gapFrom: Date | null;
  gapClosedAt: Date | null;
  failures: number;
  pauseSeconds: number | null;
  progress: number | null;
  /** Somebody said meanwhile that asking is worth it. */
  isWoken: boolean;
}

/** Longer than any one asking may take, seconds: a worker that was killed is followed after this at the latest. */
const LEASE_SECONDS = 90;

const FEED_COLUMNS = sql`cursor, since, complete_at AS "completeAt", gap_from AS "gapFrom", gap_closed_at AS "gapClosedAt",
  failures, pause_seconds AS "pauseSeconds", progress, next_at < leased_until AS "isWoken"`;

/**
 * Has the channel's network asked from now on, where it can be asked; one that was asked before goes on from its
 * cursor, at once and with full patience. For a channel that is connected, resumed or reconnected.
 */
export async function startLiveFeed(db: TenantDb, channelId: string, connector: Connector): Promise<void> {
  if (!connector.manifest.capabilities.ingest.includes('poll')) return;
  await db.query(sql`
    INSERT INTO channel_feeds (workspace_id, channel_id, name) VALUES (${db.workspaceId}, ${channelId}::uuid, 'live')
    ON CONFLICT (workspace_id, channel_id, name) DO UPDATE
      SET state = 'running', next_at = now(), failures = 0, reason = NULL, detail = NULL, ended_at = NULL`);
  await db.query(sql`
    UPDATE channel_feeds SET next_at = now(), failures = 0, reason = NULL, detail = NULL
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND name = 'backfill' AND state = 'running'`);
}

/**
 * Takes a due feed in hand: nobody else asks until the lease ends or the asking is recorded. A job that was killed
 * and comes again takes its own lease back. Plan: primary keys.
 * @param holder `<job>/<attempt>`
 */
export async function leaseFeed(
  db: TenantDb,
  { channelId, feed }: FeedRef,
  holder: string,
): Promise<LeasedFeed | null> {
  const [job = ''] = holder.split('/');
  const [row] = await db.query<LeasedFeed>(sql`
    UPDATE channel_feeds f SET leased_by = ${holder}, leased_until = now() + ${LEASE_SECONDS} * interval '1 second',
      next_at = now() + ${LEASE_SECONDS} * interval '1 second'
    WHERE f.workspace_id = ${db.workspaceId} AND f.channel_id = ${channelId}::uuid AND f.name = ${feed} AND f.state = 'running'
      AND ((f.next_at <= now() AND (f.leased_until IS NULL OR f.leased_until <= now())) OR split_part(f.leased_by, '/', 1) = ${job})
      AND EXISTS (SELECT 1 FROM channels c WHERE c.workspace_id = f.workspace_id AND c.id = f.channel_id
        AND c.removed_at IS NULL AND c.state = 'active')
    RETURNING ${FEED_COLUMNS}`);
  return row ?? null;
}

/** The feed, locked, while the lease is still this holder's; null where it was stopped, or another has taken over. */
export async function lockLeasedFeed(
  db: TenantTransaction,
  { channelId, feed }: FeedRef,
  holder: string,
): Promise<LeasedFeed | null> {
  const [row] = await db.query<LeasedFeed>(sql`
    SELECT ${FEED_COLUMNS} FROM channel_feeds
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND name = ${feed}
      AND state = 'running' AND leased_by = ${holder} FOR UPDATE`);
  return row ?? null;
}

/** What an asking leaves behind; all of it is written. */
export interface FeedStand {
  cursor: unknown;
  state: 'running' | 'finished';
  /** Seconds until it is asked again; null where the holder goes on at once and keeps the lease. */
  askAgainIn: number | null;
  completeAt: Date | null;
  gap: { from: Date; until: Date } | null;
  isGapClosed: boolean;
  fetched: number;
  progress: number | null;
  pauseSeconds: number | null;
}

/** Plan: primary key. */
export async function saveFeedStand(
  db: TenantTransaction,
  { channelId, feed }: FeedRef,
  stand: FeedStand,
): Promise<void> {
  const lease = LEASE_SECONDS * (stand.askAgainIn === null ? 1 : 0);
  await db.query(sql`
    UPDATE channel_feeds SET cursor = ${JSON.stringify(stand.cursor ?? null)}::jsonb, state = ${stand.state},
      leased_by = CASE WHEN ${lease > 0} THEN leased_by END,
      leased_until = CASE WHEN ${lease > 0} THEN now() + ${lease} * interval '1 second' END,
      next_at = now() + ${stand.askAgainIn ?? lease} * interval '1 second',
      complete_at = ${stand.completeAt},
      gap_from = coalesce(${stand.gap?.from ?? null}::timestamptz, gap_from),
      gap_until = coalesce(${stand.gap?.until ?? null}::timestamptz, gap_until),
      gap_closed_at = CASE WHEN ${stand.isGapClosed} THEN now() WHEN ${stand.gap !== null} THEN NULL ELSE gap_closed_at END,
      failures = 0, reason = NULL, detail = NULL, fetched_count = fetched_count + ${stand.fetched},
      progress = ${stand.progress}, pause_seconds = ${stand.pauseSeconds},
      ended_at = CASE WHEN ${stand.state === 'finished'} THEN now() END
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND name = ${feed}`);
}

/** Plan: primary key. */
export async function saveFeedRefusal(
  db: TenantTransaction,
  { channelId, feed }: FeedRef,
  refusal: { reason: string; detail: string | null; askAgainIn: number },
): Promise<void> {
  await db.query(sql`
    UPDATE channel_feeds SET leased_by = NULL, leased_until = NULL, failures = failures + 1, reason = ${refusal.reason},
      detail = ${refusal.detail}, next_at = now() + ${refusal.askAgainIn} * interval '1 second'
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND name = ${feed}`);
}

/** Within the network's limits it is not our turn yet: asked again then, and nothing failed. Plan: primary key. */
export async function deferFeed(
  db: TenantDb,
  { channelId, feed }: FeedRef,
  holder: string,
  until: Date,
): Promise<void> {
  await db.query(sql`
    UPDATE channel_feeds SET leased_by = NULL, leased_until = NULL, next_at = ${until}
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND name = ${feed} AND leased_by = ${holder}`);
}
