import type { CursorPosition } from '@/kernel/pagination';
import { empty, type Sql, sql } from '@/platform/db/sql';
import { limitSql } from './limit';

/** What a message shows, of the few messages `msg` that are shown; attachments, mentions and sending by look-ups. */
const messageColumns = sql`msg.id, msg.conversation_id, msg.kind, msg.direction, msg.visibility, msg.text, msg.quoted_text, msg.language,
  msg.rating, msg.sentiment, msg.sentiment_confidence, msg.sentiment_source, msg.contact_id, ct.name AS contact_name, ct.avatar_url AS contact_avatar_url, msg.member_id,
  mb.display_name AS member_name, msg.sent_at, msg.edited_at, msg.deleted_at, msg.reply_to_id, msg.send_state,
  d.reason AS send_reason, d.detail AS send_detail, d.attempts AS send_attempts, d.due_at AS send_due_at,
  (SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'contentType', a.content_type, 'size', a.size,
      'url', a.url, 'isStored', a.storage_key IS NOT NULL) ORDER BY a.id)
    FROM attachments a WHERE a.workspace_id = msg.workspace_id AND a.message_id = msg.id) AS attachments,
  CASE WHEN msg.kind = 'note' THEN (SELECT json_agg(json_build_object('id', mm.id, 'name', mm.display_name) ORDER BY mm.display_name)
    FROM mentions mt JOIN memberships mm ON mm.workspace_id = mt.workspace_id AND mm.id = mt.member_id
    WHERE mt.workspace_id = msg.workspace_id AND mt.conversation_id = msg.conversation_id AND mt.message_id = msg.id) END AS mentions`;

const messageJoins = sql`
  LEFT JOIN contacts ct ON ct.workspace_id = msg.workspace_id AND ct.id = msg.contact_id
  LEFT JOIN memberships mb ON mb.workspace_id = msg.workspace_id AND mb.id = msg.member_id
  LEFT JOIN deliveries d ON d.workspace_id = msg.workspace_id AND d.message_id = msg.id`;

/**
 * The latest messages before a position, newest first. Rows expected: `limit` (50 and one).
 * Plan: messages_workspace_id_conversation_id_sent_at_id_idx, cut at `limit`, then look-ups by key.
 * @param before `sent_at` and id of the oldest message already shown
 */
export function threadSql(
  workspaceId: string,
  conversationId: string,
  before: CursorPosition | null,
  limit: number,
): Sql {
  return sql`SELECT ${messageColumns} FROM (
      SELECT * FROM messages WHERE workspace_id = ${workspaceId}::uuid AND conversation_id = ${conversationId}::uuid
        AND send_state IS DISTINCT FROM 'cancelled'
        ${before ? sql`AND (sent_at, id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : empty}
      ORDER BY sent_at DESC, id DESC LIMIT ${limitSql(limit)}
    ) msg ${messageJoins} ORDER BY msg.sent_at DESC, msg.id DESC`;
}

/** One message as the thread shows it. Plan: primary keys. */
export function messageSql(workspaceId: string, conversationId: string, messageId: string): Sql {
  return sql`SELECT ${messageColumns} FROM messages msg ${messageJoins}
    WHERE msg.workspace_id = ${workspaceId}::uuid AND msg.id = ${messageId}::uuid
      AND msg.conversation_id = ${conversationId}::uuid`;
}

/**
 * The conversation's history within the page's stretch of time: from its oldest message (everything where the page
 * is the first) up to where the page before it began. Plan: conversation_changes by conversation and time.
 */
export function changesSql(
  workspaceId: string,
  conversationId: string,
  before: CursorPosition | null,
  limit: number,
): Sql {
  const oldest = sql`(SELECT s.sent_at FROM messages s
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.conversation_id = ${conversationId}::uuid
      AND s.send_state IS DISTINCT FROM 'cancelled'
      ${before ? sql`AND (s.sent_at, s.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : empty}
    ORDER BY s.sent_at DESC, s.id DESC OFFSET ${limit - 1}::int LIMIT 1)`;
  return sql`SELECT h.id, h.type, h.member_id, mb.display_name AS member_name, h.data, h.created_at
    FROM conversation_changes h
    LEFT JOIN memberships mb ON mb.workspace_id = h.workspace_id AND mb.id = h.member_id
    WHERE h.workspace_id = ${workspaceId}::uuid AND h.conversation_id = ${conversationId}::uuid
      AND h.created_at >= coalesce(${oldest}, '-infinity'::timestamptz)
      ${before ? sql`AND h.created_at < ${before[0]}::timestamptz` : empty}
    ORDER BY h.created_at DESC, h.id DESC LIMIT 200`;
}
