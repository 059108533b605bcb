import { notFound } from '@/kernel/errors';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { SentimentHistory } from '../contract/sentiment';

type Row = Omit<SentimentHistory['data'][number], 'createdAt'> & { createdAt: Date };

/** What people said of a message, newest first. Plan: primary key; sentiment_corrections_message. @throws message_not_found */
export async function listSentiments(
  { db }: MemberContext,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<SentimentHistory> {
  const [messages, rows] = await db.pipeline<[{ id: string }[], Row[]]>(
    sql`SELECT id FROM messages
      WHERE workspace_id = ${db.workspaceId} AND id = ${messageId}::uuid AND conversation_id = ${conversationId}::uuid`,
    sql`SELECT s.sentiment, s.previous, s.previous_source AS "previousSource", s.member_id AS "memberId",
      coalesce(mb.display_name, '') AS "memberName", s.created_at AS "createdAt"
    FROM sentiment_corrections s
    LEFT JOIN memberships mb ON mb.workspace_id = s.workspace_id AND mb.id = s.member_id
    WHERE s.workspace_id = ${db.workspaceId} AND s.message_id = ${messageId}::uuid
    ORDER BY s.created_at DESC, s.id DESC LIMIT 50`,
  );
  if (messages.length === 0) throw notFound('message_not_found');
  return { data: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
}
