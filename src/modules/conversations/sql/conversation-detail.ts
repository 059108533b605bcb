import { type Sql, sql } from '@/platform/db/sql';
import { summaryColumns, summaryJoins } from './conversation-columns';

/** One conversation with what its reply rules need. Plan: primary keys only; one row or none. */
export function conversationDetailSql(workspaceId: string, memberId: string, conversationId: string): Sql {
  return sql`SELECT ${summaryColumns(memberId)}, c.url, c.external_id, c.created_at, c.resolved_at, c.first_response_at,
      c.last_inbound_at, ch.connector, ch.state AS channel_state
    FROM conversations c ${summaryJoins(memberId)}
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = ${conversationId}::uuid`;
}

/** The list's rows of some conversations. Plan: primary keys. */
export function summariesByIdSql(workspaceId: string, memberId: string, ids: readonly string[]): Sql {
  return sql`SELECT ${summaryColumns(memberId)} FROM conversations c ${summaryJoins(memberId)}
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = ANY (${ids}::uuid[])`;
}
