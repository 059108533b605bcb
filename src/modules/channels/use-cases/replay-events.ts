import { notFound } from '@/kernel/errors';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { empty, sql } from '@/platform/db/sql';
import { replayInput } from '../contract';
import { channelChanged } from '../events';
import { drainChannel } from '../jobs';

/** Puts one parked event, or all of a channel, back in line. @returns how many */
export const replayEvents = defineOperatorUseCase({
  name: 'channels.replay-events',
  permission: 'channels.manage',
  input: replayInput,
  run: async ({ db, emit, audit, enqueue }, { channelId, rawEventId }) => {
    const channel = await db.models.channel.findFirst({
      where: { workspaceId: db.workspaceId, id: channelId, removedAt: null },
    });
    if (!channel) throw notFound('channel_not_found');
    const rows = await db.query(sql`
      UPDATE raw_events SET state = 'pending', reason = NULL, detail = NULL, processed_at = NULL, resolved_body = NULL,
        resolved_at = NULL, try_at = NULL, attempts = 0
      WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND state = 'parked'
        ${rawEventId ? sql`AND id = ${rawEventId}::uuid` : empty}
      RETURNING id`);
    if (rawEventId && rows.length === 0) throw notFound('raw_event_not_found');
    enqueue(drainChannel, { channelId }, { key: channelId });
    emit(channelChanged(channelId));
    audit({
      action: 'channels.replay-events',
      subjectType: 'channel',
      subjectId: channelId,
      data: { count: rows.length },
    });
    return { replayed: rows.length };
  },
});
