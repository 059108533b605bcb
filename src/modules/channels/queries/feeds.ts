import { notFound } from '@/kernel/errors';
import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { FeedView } from '../contract/feeds';
import { getChannel } from '../queries';

interface FeedRow
  extends Pick<FeedView, 'name' | 'state' | 'failures' | 'reason' | 'detail' | 'fetchedCount' | 'progress'> {
  since: Date | null;
  nextAt: Date;
  completeAt: Date | null;
  gapFrom: Date | null;
  gapUntil: Date | null;
  gapClosedAt: Date | null;
  startedAt: Date;
  endedAt: Date | null;
}

/** What the channel fetches by itself, `live` first; empty where its network only pushes. Refuses `channel_not_found`. Plan: primary key. */
export async function getChannelFeeds(
  context: Pick<TenantContext, 'db'>,
  channelId: string,
): Promise<FeedView[]> {
  const { db } = context;
  await getChannel(context, channelId);
  const rows = await db.query<FeedRow>(sql`
    SELECT name, state, since, next_at AS "nextAt", complete_at AS "completeAt", gap_from AS "gapFrom", gap_until AS "gapUntil",
      gap_closed_at AS "gapClosedAt", failures, reason, detail, fetched_count AS "fetchedCount", progress,
      started_at AS "startedAt", ended_at AS "endedAt"
    FROM channel_feeds WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid ORDER BY name DESC`);
  return rows.map(toView);
}

/** @throws not_found where none was ever started */
export async function getBackfill(context: Pick<TenantContext, 'db'>, channelId: string): Promise<FeedView> {
  const feed = (await getChannelFeeds(context, channelId)).find(({ name }) => name === 'backfill');
  if (!feed) throw notFound('backfill_not_found');
  return feed;
}

function toView({ gapFrom, gapUntil, gapClosedAt, ...row }: FeedRow): FeedView {
  return {
    ...row,
    since: row.since?.toISOString() ?? null,
    nextAt: row.nextAt.toISOString(),
    completeAt: row.completeAt?.toISOString() ?? null,
    gap:
      gapFrom && gapUntil
        ? {
            from: gapFrom.toISOString(),
            until: gapUntil.toISOString(),
            closedAt: gapClosedAt?.toISOString() ?? null,
          }
        : null,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
