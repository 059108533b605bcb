import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { pollChannel } from '../jobs';
import { PRIORITY } from './record-poll';

/**
 * Asks a channel's network now instead of at its next turn, or once more where it is being asked right now. A network
 * that refuses or wants to be asked slower is left its pause.
 */
export const wakeFeed = defineSystemUseCase({
  name: 'channels.wake-feed',
  run: async ({ db, enqueue }, { channelId }: { channelId: string }): Promise<void> => {
    const [woken] = await db.query<{ isFree: boolean }>(sql`
      UPDATE channel_feeds SET next_at = now()
      WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND name = 'live' AND state = 'running'
        AND failures = 0 AND pause_seconds IS NULL
      RETURNING leased_until IS NULL OR leased_until <= now() AS "isFree"`);
    // Whoever asks right now sees that it was woken and asks again.
    if (!woken?.isFree) return;
    const feed = { channelId, feed: 'live' } as const;
    enqueue(pollChannel, feed, { key: `${channelId}:live`, priority: PRIORITY.live });
  },
});
