import { newId } from '@/kernel/ids';
import { raw, type Sql, sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { Effects, LedgerConversation } from '../domain/inbound/ledger';
import { type TallyCell, tallyChanges } from './tallies';

export interface EffectsPlace {
  channelId: string;
  network: string;
  /** Where each known conversation stood in the counts before the batch. */
  cellsBefore: ReadonlyMap<string, TallyCell>;
}

/** Writes what a batch changed: one statement a table, all in one round trip. */
export async function saveEffects(
  db: TenantTransaction,
  effects: Effects,
  place: EffectsPlace,
): Promise<void> {
  const statements = [
    ...insertConversations(db.workspaceId, effects, place),
    ...updateConversations(db.workspaceId, effects),
    ...insertMessages(db.workspaceId, effects, place),
    ...updateMessages(db.workspaceId, effects),
    ...insertAttachments(db.workspaceId, effects),
    ...keepVersions(db.workspaceId, effects),
    ...keepTombstones(db.workspaceId, effects, place),
    ...keepHistory(db.workspaceId, effects),
    ...tallyChanges(db.workspaceId, tallyMoves(effects, place)),
  ];
  if (statements.length > 0) await db.pipeline(...statements);
}

export function cellOf(conversation: LedgerConversation, channelId: string): TallyCell {
  const { status, assigneeId, teamId } = conversation;
  return { status, channelId, assigneeId, teamId };
}

function tallyMoves(effects: Effects, { channelId, cellsBefore }: EffectsPlace) {
  return [...effects.newConversations, ...effects.changedConversations].map((conversation) => ({
    before: cellsBefore.get(conversation.id) ?? null,
    after: cellOf(conversation, channelId),
  }));
}

const CONVERSATION_COLUMNS = `id uuid, "externalId" text, "contactId" uuid, kind text, visibility text, subject text, url text,
  language text, status text, "assigneeId" uuid, "teamId" uuid, "snoozedUntil" timestamptz, "waitingSince" timestamptz, "dueAt" timestamptz,
  "attentionAt" timestamptz, "lastMessageAt" timestamptz, "lastInboundAt" timestamptz, "firstResponseAt" timestamptz,
  "resolvedAt" timestamptz, preview text, "previewDirection" text, "messageCount" int`;

function recordset(rows: Iterable<object>, columns: string): Sql {
  return sql`jsonb_to_recordset(${JSON.stringify([...rows])}::jsonb) AS r(${rawColumns(columns)})`;
}

function rawColumns(columns: string): Sql {
  return raw(columns);
}

function insertConversations(workspaceId: string, { newConversations }: Effects, place: EffectsPlace): Sql[] {
  if (newConversations.size === 0) return [];
  return [
    sql`INSERT INTO conversations (workspace_id, id, channel_id, external_id, contact_id, network, kind, visibility, subject, url,
        language, status, assignee_id, team_id, snoozed_until, waiting_since, due_at, attention_at, last_message_at, last_inbound_at,
        first_response_at, resolved_at, preview, preview_direction, message_count, created_at)
      SELECT ${workspaceId}::uuid, r.id, ${place.channelId}::uuid, r."externalId", r."contactId", ${place.network}, r.kind,
        r.visibility, r.subject, r.url, r.language, r.status, r."assigneeId", r."teamId", r."snoozedUntil", r."waitingSince", r."dueAt",
        r."attentionAt", r."lastMessageAt", r."lastInboundAt", r."firstResponseAt", r."resolvedAt", r.preview,
        r."previewDirection", r."messageCount", now()
      FROM ${recordset(newConversations, CONVERSATION_COLUMNS)}`,
  ];
}

function updateConversations(workspaceId: string, { changedConversations }: Effects): Sql[] {
  if (changedConversations.size === 0) return [];
  return [
    sql`UPDATE conversations c SET contact_id = r."contactId", subject = r.subject, url = r.url, language = r.language,
        status = r.status, snoozed_until = r."snoozedUntil", waiting_since = r."waitingSince", due_at = r."dueAt",
        attention_at = r."attentionAt", last_message_at = r."lastMessageAt", last_inbound_at = r."lastInboundAt",
        first_response_at = r."firstResponseAt", resolved_at = r."resolvedAt", preview = r.preview,
        preview_direction = r."previewDirection", message_count = r."messageCount", updated_at = now()
      FROM ${recordset(changedConversations, CONVERSATION_COLUMNS)}
      WHERE c.workspace_id = ${workspaceId} AND c.id = r.id`,
  ];
}

const MESSAGE_COLUMNS = `id uuid, "externalId" text, "conversationId" uuid, "contactId" uuid, kind text, direction text,
  visibility text, text text, "quotedText" text, "answerTo" text, language text, rating smallint, "replyToExternalId" text, "sentAt" timestamptz,
  "versionAt" timestamptz, "editedAt" timestamptz, "deletedAt" timestamptz`;

/** `reply_to_id` is found among messages stored before or in this very batch. */
function insertMessages(workspaceId: string, { newMessages }: Effects, { channelId }: EffectsPlace): Sql[] {
  if (newMessages.size === 0) return [];
  const rows = recordset(newMessages, MESSAGE_COLUMNS);
  const ids = [...newMessages].map(({ id }) => id);
  return [
    sql`INSERT INTO messages (workspace_id, id, conversation_id, channel_id, external_id, contact_id, kind, direction, visibility,
        text, quoted_text, answer_to, language, rating, reply_to_external_id, sent_at, version_at, edited_at, deleted_at, search)
      SELECT ${workspaceId}::uuid, r.id, r."conversationId", ${channelId}::uuid, r."externalId", r."contactId", r.kind, r.direction,
        r.visibility, r.text, r."quotedText", r."answerTo", r.language, r.rating, r."replyToExternalId", r."sentAt", r."versionAt", r."editedAt", r."deletedAt",
        message_search(r.text)
      FROM ${rows}`,
    sql`UPDATE messages m SET reply_to_id = parent.id FROM messages parent
      WHERE m.workspace_id = ${workspaceId} AND m.id = ANY (${ids}::uuid[]) AND m.reply_to_external_id IS NOT NULL
        AND parent.workspace_id = m.workspace_id AND parent.channel_id = m.channel_id
        AND parent.external_id = m.reply_to_external_id`,
  ];
}

/** A deleted message keeps its place and loses its words, here and in its earlier versions. */
function updateMessages(workspaceId: string, { changedMessages }: Effects): Sql[] {
  if (changedMessages.size === 0) return [];
  const gone = [...changedMessages].filter(({ deletedAt }) => deletedAt).map(({ id }) => id);
  return [
    sql`UPDATE messages m SET external_id = r."externalId", text = r.text, language = r.language,
        sentiment = CASE WHEN r.text = m.text THEN m.sentiment END,
        sentiment_confidence = CASE WHEN r.text = m.text THEN m.sentiment_confidence END,
        sentiment_source = CASE WHEN r.text = m.text THEN m.sentiment_source END, rating = r.rating, version_at = r."versionAt",
        quoted_text = CASE WHEN r."deletedAt" IS NULL THEN r."quotedText" END,
        edited_at = r."editedAt", deleted_at = r."deletedAt", search = message_search(r.text)
      FROM ${recordset(changedMessages, MESSAGE_COLUMNS)}
      WHERE m.workspace_id = ${workspaceId} AND m.id = r.id`,
    ...(gone.length === 0
      ? []
      : [
          sql`DELETE FROM message_versions WHERE workspace_id = ${workspaceId} AND message_id = ANY (${gone}::uuid[])`,
        ]),
  ];
}

const ATTACHMENT_COLUMNS =
  'id uuid, "messageId" uuid, name text, "contentType" text, size bigint, url text, "storageKey" text';

function insertAttachments(workspaceId: string, { attachments }: Effects): Sql[] {
  if (attachments.length === 0) return [];
  return [
    sql`INSERT INTO attachments (workspace_id, id, message_id, name, content_type, size, url, storage_key)
      SELECT ${workspaceId}::uuid, r.id, r."messageId", r.name, r."contentType", r.size, r.url, r."storageKey"
      FROM ${recordset(attachments, ATTACHMENT_COLUMNS)}`,
  ];
}

function keepVersions(workspaceId: string, { versions, changedMessages, newMessages }: Effects): Sql[] {
  const gone = new Set(
    [...changedMessages, ...newMessages].filter(({ deletedAt }) => deletedAt).map(({ id }) => id),
  );
  const kept = versions
    .filter(({ messageId }) => !gone.has(messageId))
    .map((version) => ({ ...version, id: newId() }));
  if (kept.length === 0) return [];
  return [
    sql`INSERT INTO message_versions (workspace_id, id, message_id, text, version_at)
      SELECT ${workspaceId}::uuid, r.id, r."messageId", r.text, r."versionAt"
      FROM ${recordset(kept, 'id uuid, "messageId" uuid, text text, "versionAt" timestamptz')}`,
  ];
}

function keepTombstones(workspaceId: string, { tombstones }: Effects, { channelId }: EffectsPlace): Sql[] {
  const latest = new Map(tombstones.map((tombstone) => [tombstone.externalId, tombstone]));
  if (latest.size === 0) return [];
  return [
    sql`INSERT INTO tombstones AS t (workspace_id, channel_id, external_id, version_at)
      SELECT ${workspaceId}::uuid, ${channelId}::uuid, r."externalId", r."versionAt"
      FROM ${recordset(latest.values(), '"externalId" text, "versionAt" timestamptz')}
      ON CONFLICT (workspace_id, channel_id, external_id) DO UPDATE SET version_at = greatest(t.version_at, excluded.version_at)`,
  ];
}

function keepHistory(workspaceId: string, { reopened }: Effects): Sql[] {
  if (reopened.length === 0) return [];
  const rows = reopened.map(({ conversation, from }) => ({
    id: newId(),
    conversationId: conversation.id,
    data: { from, to: 'open' },
  }));
  return [
    sql`INSERT INTO conversation_changes (workspace_id, id, conversation_id, type, data)
      SELECT ${workspaceId}::uuid, r.id, r."conversationId", 'status_changed', r.data
      FROM ${recordset(rows, 'id uuid, "conversationId" uuid, data jsonb')}`,
  ];
}
