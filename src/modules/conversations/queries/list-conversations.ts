import { decodeCursor, toPage } from '@/kernel/pagination';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { ConversationPage, ListConversationsInput } from '../contract';
import { tagsSql } from '../sql/conversation-columns';
import { listConversationsSql, positionOf } from '../sql/list-conversations';
import { searchCandidatesSql } from '../sql/search-candidates';
import { listConditions } from '../store/list-conditions';
import { resolveView } from '../store/resolve-view';
import { type SummaryRow, type TagRow, toListSummary } from '../store/summary-row';

type ListRow = Omit<SummaryRow, 'tags'> & { tag_ids: string[]; sort_rank: number; sort_at: Date | null };

/**
 * A page of the inbox's list, everything its rows show included: two statements in one flush; one more where a saved view is
 * named, one more where something is searched for. Refuses a view that is not the member's (`view_not_found`), a
 * cursor of another order (`invalid_cursor`) and a filter that does not compile.
 */
export async function listConversations(
  context: MemberContext,
  input: ListConversationsInput,
): Promise<ConversationPage> {
  const resolved = await resolveView(context, input);
  const { statuses, conditions } = listConditions(context, resolved);
  const workspaceId = context.workspace.id;
  if (resolved.q) {
    const found = await context.db.query<{ id: string }>(searchCandidatesSql(workspaceId, resolved.q));
    conditions.push(sql`c.id = ANY (${found.map(({ id }) => id)}::uuid[])`);
  }
  const { sort, limit, cursor } = resolved;
  const [rows, tags] = await context.db.pipeline<[ListRow[], TagRow[]]>(
    listConversationsSql({
      workspaceId,
      memberId: context.actor.memberId,
      statuses,
      conditions,
      sort,
      after: cursor ? decodeCursor(cursor, ['rank', 'instant-or-null', 'id']) : null,
      limit: limit + 1,
    }),
    tagsSql(workspaceId),
  );
  const page = toPage(rows, limit, positionOf);
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  return { data: page.data.map((row) => toListSummary(row, byId)), nextCursor: page.nextCursor };
}
