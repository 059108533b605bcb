import { raw, sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { DemoConversation } from '../demo/shape';
import { conversationRow, type RowPlace } from './conversation-row';
import type { IdOf } from './demo-ids';

const CONVERSATION = `id uuid, "channelId" uuid, "externalId" text, "contactId" uuid, network text, kind text, visibility text,
  subject text, url text, status text, priority smallint, "assigneeId" uuid, "teamId" uuid, language text,
  "snoozedUntil" timestamptz, "waitingSince" timestamptz, "dueAt" timestamptz, "attentionAt" timestamptz,
  "lastMessageAt" timestamptz, "lastInboundAt" timestamptz, "firstResponseAt" timestamptz, "resolvedAt" timestamptz,
  preview text, "previewDirection" text, "messageCount" int, "createdAt" timestamptz`;
const MESSAGE = `id uuid, "conversationId" uuid, "channelId" uuid, "externalId" text, "contactId" uuid, "memberId" uuid, kind text,
  direction text, visibility text, text text, language text, rating smallint, "replyToExternalId" text, "replyToId" uuid,
  "sentAt" timestamptz, "versionAt" timestamptz, "editedAt" timestamptz, "deletedAt" timestamptz, "sendState" text`;

/** One batch: a statement a table, one round trip, one transaction. Rows that are there stay as they are. */
export async function loadConversations(
  db: TenantDb,
  batch: readonly DemoConversation[],
  place: RowPlace,
): Promise<number> {
  const { idOf } = place;
  const conversations = batch.map((conversation) => conversationRow(conversation, place));
  const messages = batch.flatMap((conversation) => messageRows(conversation, idOf));
  const rows = (values: readonly object[], columns: string) =>
    sql`jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS r(${raw(columns)})`;
  await db.pipeline(
    sql`INSERT INTO conversations (workspace_id, id, channel_id, external_id, contact_id, network, kind, visibility, subject, url,
        status, priority, assignee_id, team_id, language, snoozed_until, waiting_since, due_at, attention_at, last_message_at,
        last_inbound_at, first_response_at, resolved_at, preview, preview_direction, message_count, created_at)
      SELECT ${db.workspaceId}::uuid, r.* FROM ${rows(conversations, CONVERSATION)} ON CONFLICT DO NOTHING`,
    sql`INSERT INTO messages (workspace_id, id, conversation_id, channel_id, external_id, contact_id, member_id, kind, direction,
        visibility, text, language, rating, reply_to_external_id, reply_to_id, sent_at, version_at, edited_at, deleted_at,
        send_state, search)
      SELECT ${db.workspaceId}::uuid, r.*, message_search(r.text) FROM ${rows(messages, MESSAGE)} ON CONFLICT DO NOTHING`,
    sql`INSERT INTO message_versions (workspace_id, id, message_id, text, version_at)
      SELECT ${db.workspaceId}::uuid, r.* FROM ${rows(
        batch.flatMap((conversation) => versionRows(conversation, idOf)),
        'id uuid, "messageId" uuid, text text, "versionAt" timestamptz',
      )} ON CONFLICT DO NOTHING`,
    sql`INSERT INTO attachments (workspace_id, id, message_id, name, content_type, size)
      SELECT ${db.workspaceId}::uuid, r.* FROM ${rows(
        batch.flatMap((conversation) => attachmentRows(conversation, idOf)),
        'id uuid, "messageId" uuid, name text, "contentType" text, size bigint',
      )} ON CONFLICT DO NOTHING`,
    sql`INSERT INTO conversation_tags (workspace_id, conversation_id, tag_id)
      SELECT ${db.workspaceId}::uuid, r.* FROM ${rows(
        batch.flatMap((conversation) => tagRows(conversation, idOf)),
        '"conversationId" uuid, "tagId" uuid',
      )} ON CONFLICT DO NOTHING`,
    sql`INSERT INTO mentions (workspace_id, member_id, message_id, conversation_id, created_at)
      SELECT ${db.workspaceId}::uuid, r.* FROM ${rows(
        batch.flatMap((conversation) => mentionRows(conversation, idOf)),
        '"memberId" uuid, "messageId" uuid, "conversationId" uuid, "createdAt" timestamptz',
      )} ON CONFLICT DO NOTHING`,
    sql`UPDATE conversations c SET has_mentions = true FROM mentions m
      WHERE c.workspace_id = ${db.workspaceId}::uuid AND m.workspace_id = c.workspace_id AND m.conversation_id = c.id
        AND c.id = ANY (${conversations.map(({ id }) => id)}::uuid[])`,
  );
  return messages.length;
}

const conversationId = (conversation: DemoConversation, idOf: IdOf) =>
  idOf('conversation', conversation.key, conversation.startedAt);

/** The message's own id; its time is looked up where only its external id is known. */
function messageId(conversation: DemoConversation, externalId: string, idOf: IdOf): string | null {
  const message = conversation.messages.find((each) => each.externalId === externalId);
  return message ? idOf('message', `${conversation.channelKey}/${externalId}`, message.sentAt) : null;
}

function messageRows(conversation: DemoConversation, idOf: IdOf) {
  return conversation.messages.map((message) => ({
    id: messageId(conversation, message.externalId, idOf),
    conversationId: conversationId(conversation, idOf),
    channelId: idOf('channel', conversation.channelKey),
    externalId: message.kind === 'note' ? null : message.externalId,
    contactId: message.authorKey ? idOf('contact', message.authorKey) : null,
    memberId: message.memberKey ? idOf('member', message.memberKey) : null,
    kind: message.kind,
    direction: message.direction,
    visibility: message.visibility,
    text: message.deleted ? '' : message.text,
    language: message.language,
    rating: message.rating ?? null,
    replyToExternalId: message.replyToExternalId ?? null,
    replyToId: message.replyToExternalId ? messageId(conversation, message.replyToExternalId, idOf) : null,
    sentAt: message.sentAt,
    versionAt: message.editedAt ?? message.sentAt,
    editedAt: message.editedAt ?? null,
    deletedAt: message.deleted ? (message.editedAt ?? message.sentAt) : null,
    sendState: message.direction === 'outbound' && message.kind !== 'note' ? 'sent' : null,
  }));
}

function versionRows(conversation: DemoConversation, idOf: IdOf) {
  return conversation.messages
    .filter(({ editedFrom, deleted }) => editedFrom && !deleted)
    .map((message) => ({
      id: idOf('version', `${conversation.channelKey}/${message.externalId}`, message.sentAt),
      messageId: messageId(conversation, message.externalId, idOf),
      text: message.editedFrom,
      versionAt: message.sentAt,
    }));
}

function attachmentRows(conversation: DemoConversation, idOf: IdOf) {
  return conversation.messages.flatMap((message) =>
    message.attachments.map(({ name, contentType, size }, place) => ({
      id: idOf('attachment', `${conversation.channelKey}/${message.externalId}/${place}`, message.sentAt),
      messageId: messageId(conversation, message.externalId, idOf),
      name,
      contentType,
      size,
    })),
  );
}

function tagRows(conversation: DemoConversation, idOf: IdOf) {
  return [...new Set(conversation.tagNames)].map((name) => ({
    conversationId: conversationId(conversation, idOf),
    tagId: idOf('tag', name),
  }));
}

function mentionRows(conversation: DemoConversation, idOf: IdOf) {
  return conversation.messages.flatMap((message) =>
    [...new Set(message.mentionedMemberKeys ?? [])].map((key) => ({
      memberId: idOf('member', key),
      messageId: messageId(conversation, message.externalId, idOf),
      conversationId: conversationId(conversation, idOf),
      createdAt: message.sentAt,
    })),
  );
}
