import type { OutboundAttachment, OutboundMessage } from '@/connectors/contract';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { downloadLink } from '@/platform/files/download-link';
import { files } from '@/platform/files/files';
import { messageChanged } from '../events';
import { awaitTurn } from './await-turn';

export interface DeliveryToSend {
  deliveryId: string;
  channelId: string;
  message: OutboundMessage;
}

/** Of the messages before it a network hears of so many. */
const MOST_EARLIER = 20;

interface FileRow {
  id: string;
  name: string;
  contentType: string;
  size: number;
  storageKey: string;
}

interface DeliveryRow {
  messageId: string;
  conversationId: string;
  channelId: string;
  text: string;
  visibility: OutboundMessage['visibility'];
  kind: OutboundMessage['kind'];
  threadExternalId: string;
  subject: string | null;
  url: string | null;
  earlierExternalIds: string[];
  replyToExternalId: string | null;
  parentVisibility: OutboundMessage['visibility'] | null;
  recipientExternalId: string | null;
  lastInboundAt: Date | null;
  files: FileRow[];
  authorName: string;
}

/**
 * Takes a due delivery in hand: counts the try and marks the message as being sent. A killed worker leaves it
 * like that, and the next try uses the same idempotency key.
 * @returns null where there is nothing to send: cancelled, sent already, not due yet, or waiting for its turn
 */
export const beginDelivery = defineSystemUseCase({
  name: 'conversations.begin-delivery',
  run: async (context, { deliveryId }: { deliveryId: string }): Promise<DeliveryToSend | null> => {
    const { db, emit, now } = context;
    if (await awaitTurn(context, deliveryId)) return null;
    const [row] = await db.query<DeliveryRow>(sql`
      WITH taken AS (
        UPDATE deliveries d SET attempts = d.attempts + 1, slot_at = NULL
        WHERE d.workspace_id = ${db.workspaceId} AND d.id = ${deliveryId}::uuid
          AND d.state IN ('queued', 'retrying')
        RETURNING d.message_id, d.channel_id
      ), sending AS (
        UPDATE messages m SET send_state = 'sending' FROM taken t
        WHERE m.workspace_id = ${db.workspaceId} AND m.id = t.message_id
        RETURNING m.*
      )
      SELECT m.id AS "messageId", m.conversation_id AS "conversationId", m.channel_id AS "channelId", m.text, m.visibility,
        m.kind, c.external_id AS "threadExternalId", c.subject, c.url, m.reply_to_external_id AS "replyToExternalId",
        parent.visibility AS "parentVisibility", coalesce(asked.answer_to, i.external_id) AS "recipientExternalId",
        ARRAY(
          SELECT e.external_id FROM (
            SELECT e.external_id, e.sent_at, e.id FROM messages e
            WHERE e.workspace_id = m.workspace_id AND e.conversation_id = m.conversation_id AND e.id <> m.id
              AND e.external_id IS NOT NULL ORDER BY e.sent_at DESC, e.id DESC LIMIT ${MOST_EARLIER}
          ) e ORDER BY e.sent_at, e.id
        ) AS "earlierExternalIds", c.last_inbound_at AS "lastInboundAt", coalesce(w.display_name, '') AS "authorName",
        coalesce((
          SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'contentType', a.content_type, 'size', a.size,
            'storageKey', a.storage_key) ORDER BY a.id)
          FROM attachments a
          WHERE a.workspace_id = m.workspace_id AND a.message_id = m.id AND a.storage_key IS NOT NULL
        ), '[]') AS files
      FROM sending m
      JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      LEFT JOIN messages parent ON parent.workspace_id = m.workspace_id AND parent.id = m.reply_to_id
      LEFT JOIN LATERAL (
        SELECT a.answer_to FROM messages a
        WHERE a.workspace_id = m.workspace_id AND a.conversation_id = m.conversation_id AND a.answer_to IS NOT NULL
        ORDER BY (a.id = m.reply_to_id) DESC NULLS LAST, a.sent_at DESC LIMIT 1
      ) asked ON true
      LEFT JOIN memberships w ON w.workspace_id = m.workspace_id AND w.id = m.member_id
      LEFT JOIN LATERAL (
        SELECT i.external_id FROM identities i
        WHERE i.workspace_id = m.workspace_id AND i.contact_id = c.contact_id AND i.network = c.network
        ORDER BY (i.realm = m.channel_id::text) DESC, i.created_at DESC LIMIT 1
      ) i ON true`);
    if (!row) return null;
    emit(messageChanged({ conversationId: row.conversationId, messageId: row.messageId }));
    return {
      deliveryId,
      channelId: row.channelId,
      message: outboundMessage(row, attachmentsOf(row.files, db.workspaceId, now())),
    };
  },
});

/** Bytes are read when the network wants them, not while the row is locked; each try has an address of its own. */
function attachmentsOf(rows: readonly FileRow[], workspaceId: string, now: Date): OutboundAttachment[] {
  return rows.map(({ id, name, contentType, size, storageKey }) => ({
    name,
    contentType,
    size,
    url: downloadLink(workspaceId, id, now),
    read: async () => {
      const bytes = await files().get(storageKey);
      if (!bytes) throw new Error(`the file of attachment ${id} is gone`);
      return bytes;
    },
  }));
}

function outboundMessage(row: DeliveryRow, attachments: readonly OutboundAttachment[]): OutboundMessage {
  return {
    id: row.messageId,
    text: row.text,
    visibility: row.visibility,
    kind: row.kind,
    conversation: {
      externalId: row.threadExternalId,
      earlierExternalIds: row.earlierExternalIds,
      ...(row.subject !== null && { subject: row.subject }),
      ...(row.url !== null && { url: row.url }),
    },
    ...(row.parentVisibility !== null && { parentVisibility: row.parentVisibility }),
    ...(row.replyToExternalId !== null && { replyToExternalId: row.replyToExternalId }),
    ...(row.recipientExternalId !== null && { recipientExternalId: row.recipientExternalId }),
    ...(row.lastInboundAt !== null && { lastInboundAt: row.lastInboundAt }),
    author: { name: row.authorName },
    attachments,
  };
}
