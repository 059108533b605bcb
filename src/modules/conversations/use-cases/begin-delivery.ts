import type { OutboundMessage } from '@/connectors/contract';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { messageChanged } from '../events';

export interface DeliveryToSend {
  deliveryId: string;
  channelId: string;
  message: OutboundMessage;
}

interface DeliveryRow {
  messageId: string;
  conversationId: string;
  channelId: string;
  text: string;
  visibility: OutboundMessage['visibility'];
  kind: OutboundMessage['kind'];
  threadExternalId: string;
  replyToExternalId: string | null;
  recipientExternalId: string | null;
  lastInboundAt: Date | null;
  authorName: string;
}

/**
 * Takes a due delivery in hand: counts the try and marks the message as being sent. A killed worker leaves it
 * like that, and the next try uses the same idempotency key.
 * @returns null where there is nothing to send: cancelled, sent already, or not due yet
 */
export const beginDelivery = defineSystemUseCase({
  name: 'conversations.begin-delivery',
  run: async ({ db, emit }, { deliveryId }: { deliveryId: string }): Promise<DeliveryToSend | null> => {
    const [row] = await db.query<DeliveryRow>(sql`
      WITH taken AS (
        UPDATE deliveries d SET attempts = d.attempts + 1
        WHERE d.workspace_id = ${db.workspaceId} AND d.id = ${deliveryId}::uuid
          AND d.state IN ('queued', 'retrying') AND d.due_at <= now() + interval '1 second'
        RETURNING d.message_id, d.channel_id
      ), sending AS (
        UPDATE messages m SET send_state = 'sending' FROM taken t
        WHERE m.workspace_id = ${db.workspaceId} AND m.id = t.message_id
        RETURNING m.*
      )
      SELECT m.id AS "messageId", m.conversation_id AS "conversationId", m.channel_id AS "channelId", m.text, m.visibility,
        m.kind, c.external_id AS "threadExternalId", m.reply_to_external_id AS "replyToExternalId",
        i.external_id AS "recipientExternalId", c.last_inbound_at AS "lastInboundAt", coalesce(w.display_name, '') AS "authorName"
      FROM sending m
      JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      LEFT JOIN memberships w ON w.workspace_id = m.workspace_id AND w.id = m.member_id
      LEFT JOIN LATERAL (
        SELECT i.external_id FROM identities i
        WHERE i.workspace_id = m.workspace_id AND i.contact_id = c.contact_id AND i.network = c.network
        ORDER BY (i.realm = m.channel_id::text) DESC, i.created_at DESC LIMIT 1
      ) i ON true`);
    if (!row) return null;
    emit(messageChanged({ conversationId: row.conversationId, messageId: row.messageId }));
    return { deliveryId, channelId: row.channelId, message: outboundMessage(row) };
  },
});

function outboundMessage(row: DeliveryRow): OutboundMessage {
  return {
    id: row.messageId,
    text: row.text,
    visibility: row.visibility,
    kind: row.kind,
    conversation: { externalId: row.threadExternalId },
    ...(row.replyToExternalId !== null && { replyToExternalId: row.replyToExternalId }),
    ...(row.recipientExternalId !== null && { recipientExternalId: row.recipientExternalId }),
    ...(row.lastInboundAt !== null && { lastInboundAt: row.lastInboundAt }),
    author: { name: row.authorName },
    attachments: [],
  };
}
