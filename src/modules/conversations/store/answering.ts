import { notFound } from '@/kernel/errors';
import type { ConversationStatus } from '@/kernel/vocabulary';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { ConversationSummary } from '../contract';

/** A conversation locked while somebody answers in it: two answers at once come one after the other. */
export interface AnsweredConversation {
  id: string;
  channelId: string;
  connector: string;
  channelState: string;
  kind: ConversationSummary['kind'];
  visibility: string;
  status: ConversationStatus;
  assigneeId: string | null;
  teamId: string | null;
  lastInboundAt: Date | null;
}

/** @throws conversation_not_found */
export async function lockForAnswer(
  db: TenantTransaction,
  conversationId: string,
): Promise<AnsweredConversation> {
  const [row] = await db.query<AnsweredConversation>(sql`
    SELECT c.id, c.channel_id AS "channelId", ch.connector, ch.state AS "channelState", c.kind, c.visibility, c.status,
      c.assignee_id AS "assigneeId", c.team_id AS "teamId", c.last_inbound_at AS "lastInboundAt"
    FROM conversations c JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
    WHERE c.workspace_id = ${db.workspaceId} AND c.id = ${conversationId}::uuid FOR UPDATE OF c`);
  if (!row) throw notFound('conversation_not_found');
  return row;
}

/**
 * A colleague's (or the brand's own) answer after the newest message the writer had seen; null where there is none.
 * Plan: messages by conversation and time, backwards.
 */
export async function findOtherAnswer(
  db: TenantTransaction,
  conversationId: string,
  lastSeenMessageId: string,
  memberId: string,
): Promise<{ name: string | null } | null> {
  const [row] = await db.query<{ name: string | null }>(sql`
    SELECT w.display_name AS name FROM messages seen
    JOIN messages m ON m.workspace_id = seen.workspace_id AND m.conversation_id = seen.conversation_id
      AND (m.sent_at, m.id) > (seen.sent_at, seen.id)
    LEFT JOIN memberships w ON w.workspace_id = m.workspace_id AND w.id = m.member_id
    WHERE seen.workspace_id = ${db.workspaceId} AND seen.id = ${lastSeenMessageId}::uuid
      AND seen.conversation_id = ${conversationId}::uuid
      AND m.direction = 'outbound' AND m.kind <> 'note' AND m.member_id IS DISTINCT FROM ${memberId}::uuid
      AND m.deleted_at IS NULL AND coalesce(m.send_state, 'sent') NOT IN ('cancelled', 'failed')
    ORDER BY m.sent_at DESC, m.id DESC LIMIT 1`);
  return row ?? null;
}

/** What an answer refers to, as the network names it. @throws reply_to_not_found */
export async function findReplyTarget(
  db: TenantTransaction,
  conversationId: string,
  replyToId: string,
): Promise<string | null> {
  const [row] = await db.query<{ externalId: string | null }>(sql`
    SELECT external_id AS "externalId" FROM messages
    WHERE workspace_id = ${db.workspaceId} AND id = ${replyToId}::uuid AND conversation_id = ${conversationId}::uuid
      AND deleted_at IS NULL`);
  if (!row) throw notFound('reply_to_not_found');
  return row.externalId;
}

/** Of these ids, the members who belong to the workspace now. */
export async function knownMembers(db: TenantTransaction, ids: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>(sql`SELECT id FROM memberships
    WHERE workspace_id = ${db.workspaceId} AND id = ANY (${ids}::uuid[]) AND removed_at IS NULL`);
  return rows.map(({ id }) => id);
}

export interface StoredFile {
  id: string;
  name: string;
  contentType: string;
  size: number;
}

/** Uploaded files that belong to no message yet, locked. @throws attachment_not_found */
export async function lockFreeFiles(db: TenantTransaction, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const rows = await db.query<StoredFile>(sql`
    SELECT id, name, content_type AS "contentType", size::float8 AS size FROM attachments
    WHERE workspace_id = ${db.workspaceId} AND id = ANY (${ids}::uuid[]) AND message_id IS NULL FOR UPDATE`);
  if (rows.length < new Set(ids).size) throw notFound('attachment_not_found');
  return rows;
}
