import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { SentimentHistory } from '../contract/sentiment';

type Row = Omit<SentimentHistory['data'][number], 'createdAt'> & { createdAt: Date };

/** What people said of a message, newest first; none of a message that is not here. Plan: sentiment_corrections_message. */
export async function listSentiments(
  { db }: MemberContext,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<SentimentHistory> {
  const rows = await db.query<Row>(sql`
    SELECT s.sentiment, s.previous, s.previous_source AS "previousSource", s.member_id AS "memberId",
      coalesce(mb.display_name, '') AS "memberName", s.created_at AS "createdAt"
    FROM sentiment_corrections s
    JOIN messages m ON m.workspace_id = s.workspace_id AND m.id = s.message_id AND m.conversation_id = ${conversationId}::uuid
    LEFT JOIN memberships mb ON mb.workspace_id = s.workspace_id AND mb.id = s.member_id
    WHERE s.workspace_id = ${db.workspaceId} AND s.message_id = ${messageId}::uuid
    ORDER BY s.created_at DESC, s.id DESC LIMIT 50`);
  return { data: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
}
