import type { VisitorMessage } from '@/kernel/visitor-chat';
import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';

/** Messages of the newest end that a visitor sees. */
const MOST = 100;

interface Row {
  conversationId: string;
  id: string;
  externalId: string | null;
  direction: 'inbound' | 'outbound';
  author: string | null;
  text: string;
  sentAt: Date;
  isEdited: boolean;
  isDeleted: boolean;
}

/**
 * What a visitor of a website sees of their own conversation: never a note, never a reply that has not left (it may
 * still be taken back), of members the display name alone. The oldest first, the latest 100.
 * Plan: unique index of conversations, then messages by conversation and time.
 */
export async function listVisitorMessages(
  { db }: Pick<TenantContext, 'db'>,
  { channelId, visitorId }: { channelId: string; visitorId: string },
): Promise<{ conversationId: string | null; messages: VisitorMessage[] }> {
  const rows = await db.query<Row>(sql`
    SELECT c.id AS "conversationId", m.id, m.external_id AS "externalId", m.direction, mb.display_name AS author,
      CASE WHEN m.deleted_at IS NULL THEN m.text ELSE '' END AS text, m.sent_at AS "sentAt",
      m.edited_at IS NOT NULL AS "isEdited", m.deleted_at IS NOT NULL AS "isDeleted"
    FROM conversations c
    JOIN messages m ON m.workspace_id = c.workspace_id AND m.conversation_id = c.id
    LEFT JOIN memberships mb ON mb.workspace_id = m.workspace_id AND mb.id = m.member_id
    WHERE c.workspace_id = ${db.workspaceId} AND c.channel_id = ${channelId}::uuid AND c.external_id = ${visitorId}
      AND m.visibility <> 'internal' AND m.kind <> 'note'
      AND (m.direction = 'inbound' OR m.send_state IN ('sent', 'delivered', 'read'))
    ORDER BY m.sent_at DESC, m.id DESC LIMIT ${MOST}`);
  return { conversationId: rows[0]?.conversationId ?? null, messages: rows.map(toMessage).reverse() };
}

function toMessage({ id, externalId, direction, author, sentAt, ...said }: Row): VisitorMessage {
  const isOwn = direction === 'inbound';
  return {
    text: said.text,
    isEdited: said.isEdited,
    isDeleted: said.isDeleted,
    // Behind the visitor's id stands the one their browser gave.
    id: isOwn ? (externalId?.split('/').at(-1) ?? id) : id,
    from: isOwn ? 'visitor' : 'team',
    author: isOwn ? null : author,
    sentAt: sentAt.toISOString(),
  };
}
