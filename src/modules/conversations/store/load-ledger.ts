import type { InboundWriting } from '@/connectors/contract';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { Ledger, LedgerConversation, LedgerMessage } from '../domain/inbound/ledger';

/**
 * Everything a batch of events on one channel may touch, in one round trip however many they are.
 * Plan: unique indexes (workspace_id, channel_id, external_id) of conversations, messages and tombstones;
 * the conversations stay locked until the batch commits, in id order so that two batches cannot block each other.
 */
export async function loadLedger(
  db: TenantTransaction,
  channelId: string,
  events: readonly InboundWriting[],
): Promise<Ledger> {
  const threadIds = events.flatMap((event) =>
    event.type === 'deleted' ? (event.conversationExternalId ?? []) : event.conversation.externalId,
  );
  const messageIds = events.flatMap((event) =>
    event.type === 'deleted'
      ? event.externalId
      : [event.externalId, ...(event.conversation.relatedExternalIds ?? [])],
  );
  const [conversations, messages, unnamed, tombstones] = await db.pipeline<
    [LedgerConversation[], LedgerMessage[], LedgerMessage[], { externalId: string; versionAt: Date }[]]
  >(
    selectConversations(db.workspaceId, channelId, threadIds, messageIds),
    sql`${selectMessages()} WHERE m.workspace_id = ${db.workspaceId} AND m.channel_id = ${channelId}::uuid
      AND m.external_id = ANY (${messageIds}::text[])`,
    sql`${selectMessages()} JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      WHERE c.workspace_id = ${db.workspaceId} AND c.channel_id = ${channelId}::uuid AND c.external_id = ANY (${threadIds}::text[])
        AND m.direction = 'outbound' AND m.kind <> 'note' AND m.external_id IS NULL
        AND m.sent_at > now() - interval '1 hour' ORDER BY m.sent_at`,
    sql`SELECT external_id AS "externalId", version_at AS "versionAt" FROM tombstones
      WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND external_id = ANY (${messageIds}::text[])`,
  );
  return {
    conversations: new Map(conversations.map((conversation) => [conversation.externalId, conversation])),
    messages: new Map(messages.map((message) => [message.externalId ?? '', message])),
    unnamed,
    tombstones: new Map(tombstones.map(({ externalId, versionAt }) => [externalId, versionAt])),
  };
}

function selectConversations(
  workspaceId: string,
  channelId: string,
  threadIds: readonly string[],
  messageIds: readonly string[],
) {
  return sql`
    WITH touched AS (
      SELECT id FROM conversations WHERE workspace_id = ${workspaceId} AND channel_id = ${channelId}::uuid
        AND external_id = ANY (${threadIds}::text[])
      UNION
      SELECT conversation_id FROM messages WHERE workspace_id = ${workspaceId} AND channel_id = ${channelId}::uuid
        AND external_id = ANY (${messageIds}::text[])
    )
    SELECT c.id, c.external_id AS "externalId", c.contact_id AS "contactId", c.kind, c.visibility, c.subject, c.url, c.language,
      c.status, c.assignee_id AS "assigneeId", c.team_id AS "teamId", c.snoozed_until AS "snoozedUntil",
      c.waiting_since AS "waitingSince", c.due_at AS "dueAt", c.attention_at AS "attentionAt",
      c.last_message_at AS "lastMessageAt", c.last_inbound_at AS "lastInboundAt", c.first_response_at AS "firstResponseAt",
      c.resolved_at AS "resolvedAt", c.preview, c.preview_direction AS "previewDirection", c.message_count AS "messageCount"
    FROM conversations c JOIN touched USING (id)
    WHERE c.workspace_id = ${workspaceId} ORDER BY c.id FOR UPDATE OF c`;
}

function selectMessages() {
  return sql`
    SELECT m.id, m.external_id AS "externalId", m.conversation_id AS "conversationId", m.contact_id AS "contactId",
      m.member_id AS "memberId", m.kind, m.direction, m.visibility, m.text, m.quoted_text AS "quotedText",
      m.answer_to AS "answerTo", m.language, m.rating,
      m.reply_to_external_id AS "replyToExternalId", m.sent_at AS "sentAt", m.version_at AS "versionAt",
      m.edited_at AS "editedAt", m.deleted_at AS "deletedAt",
      ARRAY (SELECT a.name FROM attachments a WHERE a.workspace_id = m.workspace_id AND a.message_id = m.id) AS "attachmentNames"
    FROM messages m`;
}
