import { conflict, notFound } from '@/kernel/errors';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { channelRefInput } from '../contract';
import { startBackfillInput } from '../contract/feeds';
import { channelChanged } from '../events';
import { pollChannel } from '../jobs';
import { getBackfill } from '../queries/feeds';
import { PRIORITY } from './record-poll';

/**
 * Fetches what a network has of the last days, at most 90, beside what is new. What is known already changes nothing.
 * Refuses a network that cannot be asked (`backfill_unsupported`) and a second one at a time (`backfill_running`).
 */
export const startBackfill = defineOperatorUseCase({
  name: 'channels.start-backfill',
  permission: 'channels.manage',
  input: startBackfillInput,
  run: async ({ db, offers, now, emit, audit, enqueue }, { channelId, days }) => {
    const channel = await db.models.channel.findFirst({
      where: { workspaceId: db.workspaceId, id: channelId, removedAt: null },
    });
    if (!channel) throw notFound('channel_not_found');
    const connector = offers.connectors.get(channel.connector);
    if (!connector?.poll) throw conflict('backfill_unsupported');
    if (channel.state !== 'active') throw conflict('channel_not_active');
    const since = new Date(now().getTime() - days * 86_400_000);
    const rows = await db.query(sql`
      INSERT INTO channel_feeds AS f (workspace_id, channel_id, name, since)
      VALUES (${db.workspaceId}, ${channelId}::uuid, 'backfill', ${since})
      ON CONFLICT (workspace_id, channel_id, name) DO UPDATE
        SET since = excluded.since, state = 'running', cursor = NULL, next_at = now(), complete_at = NULL, failures = 0,
          reason = NULL, detail = NULL, fetched_count = 0, progress = NULL, started_at = now(), ended_at = NULL,
          leased_by = NULL, leased_until = NULL
        WHERE f.state <> 'running'
      RETURNING name`);
    if (rows.length === 0) throw conflict('backfill_running');
    const feed = { channelId, feed: 'backfill' } as const;
    enqueue(pollChannel, feed, { key: `${channelId}:backfill`, priority: PRIORITY.backfill });
    emit(channelChanged(channelId));
    audit({
      action: 'channels.start-backfill',
      subjectType: 'channel',
      subjectId: channelId,
      data: { days },
    });
    return getBackfill({ db }, channelId);
  },
});

/** What was fetched stays. Refuses where none is running (`backfill_not_found`). */
export const stopBackfill = defineOperatorUseCase({
  name: 'channels.stop-backfill',
  permission: 'channels.manage',
  input: channelRefInput,
  run: async ({ db, emit, audit }, { channelId }) => {
    const rows = await db.query(sql`
      UPDATE channel_feeds SET state = 'stopped', ended_at = now(), leased_by = NULL, leased_until = NULL
      WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND name = 'backfill' AND state = 'running'
      RETURNING name`);
    if (rows.length === 0) throw notFound('backfill_not_found');
    emit(channelChanged(channelId));
    audit({ action: 'channels.stop-backfill', subjectType: 'channel', subjectId: channelId });
    return getBackfill({ db }, channelId);
  },
});
