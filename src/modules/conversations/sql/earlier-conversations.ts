import { type Sql, sql } from '@/platform/db/sql';
import { summaryColumns, summaryJoins } from './conversation-columns';

/**
 * The other conversations of a conversation's person, newest first, with how many there are. Rows expected: ten.
 * Plan: conversations_workspace_id_contact_id_last_message_at_idx.
 */
export function earlierConversationsSql(workspaceId: string, memberId: string, conversationId: string): Sql {
  return sql`SELECT ${summaryColumns(memberId)}, c.total FROM (
      SELECT o.*, count(*) OVER ()::int AS total FROM conversations o
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.id <> ${conversationId}::uuid
        AND o.contact_id = (SELECT own.contact_id FROM conversations own
          WHERE own.workspace_id = ${workspaceId}::uuid AND own.id = ${conversationId}::uuid)
      ORDER BY o.last_message_at DESC LIMIT 10
    ) c ${summaryJoins(memberId)} ORDER BY c.last_message_at DESC`;
}
