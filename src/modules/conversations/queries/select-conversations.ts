import type { MemberContext } from '@/platform/context/context';
import { join, sql } from '@/platform/db/sql';
import type { ListConversationsInput } from '../contract';
import { searchCandidatesSql } from '../sql/search-candidates';
import { listConditions } from '../store/list-conditions';
import { resolveView } from '../store/resolve-view';

type Selection = Omit<ListConversationsInput, 'limit' | 'cursor'>;

/** The ids a list shows, all pages of it, at most so many. Plan: the index of the list's view and status. */
export async function selectConversationIds(
  context: MemberContext,
  list: Selection,
  limit: number,
): Promise<string[]> {
  const resolved = await resolveView(context, { ...list, limit: 1 });
  const { statuses, conditions } = listConditions(context, resolved);
  if (statuses) conditions.push(sql`c.status = ANY (${statuses}::text[])`);
  if (resolved.q) conditions.push(sql`c.id IN (${searchCandidatesSql(context.workspace.id, resolved.q)})`);
  const rows = await context.db.query<{ id: string }>(sql`
    SELECT c.id FROM conversations c
    WHERE ${join([sql`c.workspace_id = ${context.workspace.id}::uuid`, ...conditions], ' AND ')}
    ORDER BY c.last_message_at DESC, c.id DESC LIMIT ${limit}::int`);
  return rows.map(({ id }) => id);
}
