import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { messageChanged } from '../events';
import { deliverMessage } from '../jobs';

/** As many as one transaction takes in hand; asked again, the next follow. */
const MOST_AT_ONCE = 500;

/** Sends what waited for its channel to come back, with full patience. @returns whether more may wait */
export const releaseDeliveries = defineSystemUseCase({
  name: 'conversations.release-deliveries',
  run: async ({ db, emit, enqueue }, { channelId }: { channelId: string }): Promise<boolean> => {
    const rows = await db.query<{ id: string; messageId: string; conversationId: string }>(sql`
      WITH resting AS (
        SELECT d.id FROM deliveries d
        WHERE d.workspace_id = ${db.workspaceId} AND d.channel_id = ${channelId}::uuid AND d.state IN ('queued', 'retrying')
          AND d.reason IN ('channel_paused', 'channel_needs_reconnect')
        ORDER BY d.created_at, d.id LIMIT ${MOST_AT_ONCE} FOR UPDATE
      )
      -- Patience is counted from created_at: it begins anew; among equals the id keeps the order of writing.
      UPDATE deliveries d SET reason = NULL, due_at = now(), created_at = now()
      FROM resting r, messages m
      WHERE d.workspace_id = ${db.workspaceId} AND d.id = r.id AND m.workspace_id = d.workspace_id AND m.id = d.message_id
      RETURNING d.id, m.id AS "messageId", m.conversation_id AS "conversationId"`);
    for (const { id, messageId, conversationId } of rows) {
      enqueue(deliverMessage, { deliveryId: id });
      emit(messageChanged({ conversationId, messageId }));
    }
    return rows.length === MOST_AT_ONCE;
  },
});
