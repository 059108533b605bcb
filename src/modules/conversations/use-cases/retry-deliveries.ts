import { notFound } from '@/kernel/errors';
import { channelChanged } from '@/modules/channels/events';
import { getChannel } from '@/modules/channels/queries';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { empty, sql } from '@/platform/db/sql';
import { retryDeliveriesInput } from '../contract/deliveries';
import { messageChanged } from '../events';
import { deliverMessage } from '../jobs';

/** As many as one transaction takes in hand; asked again, the next follow. */
const MOST_AT_ONCE = 1000;

/**
 * Sends one reply that was given up, or all of a channel, once more: with full patience, and under the same
 * idempotency key. Refuses one that did not fail. @returns how many
 */
export const retryDeliveries = defineOperatorUseCase({
  name: 'conversations.retry-deliveries',
  permission: 'channels.manage',
  input: retryDeliveriesInput,
  run: async ({ db, emit, audit, enqueue }, { channelId, deliveryId }) => {
    await getChannel({ db }, channelId);
    const rows = await db.query<{ id: string; messageId: string; conversationId: string }>(sql`
      WITH failed AS (
        SELECT id FROM deliveries
        WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND state = 'failed'
          ${deliveryId ? sql`AND id = ${deliveryId}::uuid` : empty}
        ORDER BY created_at, id LIMIT ${MOST_AT_ONCE} FOR UPDATE
      ), queued AS (
        -- Patience is counted from created_at: it begins anew.
        UPDATE deliveries d SET state = 'queued', attempts = 0, reason = NULL, detail = NULL, finished_at = NULL,
          due_at = now(), created_at = now()
        FROM failed f WHERE d.workspace_id = ${db.workspaceId} AND d.id = f.id
        RETURNING d.id, d.message_id
      )
      UPDATE messages m SET send_state = 'queued' FROM queued q
      WHERE m.workspace_id = ${db.workspaceId} AND m.id = q.message_id
      RETURNING q.id, m.id AS "messageId", m.conversation_id AS "conversationId"`);
    if (deliveryId && rows.length === 0) throw notFound('delivery_not_found');
    for (const { id, messageId, conversationId } of rows) {
      enqueue(deliverMessage, { deliveryId: id });
      emit(messageChanged({ conversationId, messageId }));
    }
    emit(channelChanged(channelId));
    audit({
      action: 'conversations.retry-deliveries',
      subjectType: 'channel',
      subjectId: channelId,
      data: { count: rows.length },
    });
    return { retried: rows.length };
  },
});
