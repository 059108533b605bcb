import { invalidInput, notFound } from '@/kernel/errors';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import {
  type ConversationSort,
  type ListConversationsInput,
  listConversationsInput,
  type StandardView,
} from '../contract';
import { isStandardView } from './list-conditions';

export interface StoredView {
  query: Record<string, string>;
  sort: ConversationSort;
}

export type ResolvedInput = Omit<ListConversationsInput, 'view' | 'sort'> & {
  view: StandardView;
  sort: ConversationSort;
};

/** The input with its saved view, if it names one, replaced by what it holds; what the request says itself wins. */
export async function resolveView(
  context: MemberContext,
  input: ListConversationsInput,
): Promise<ResolvedInput> {
  const { view, sort } = input;
  if (isStandardView(view)) return { ...input, view, sort: sort ?? 'newest' };
  const [stored] = await context.db.query<StoredView>(sql`
    SELECT predicate AS query, sort FROM saved_views
    WHERE workspace_id = ${context.workspace.id} AND id = ${view}::uuid
      AND (owner_id IS NULL OR owner_id = ${context.actor.memberId})`);
  if (!stored) throw notFound('view_not_found');
  return withStored(input, stored);
}

/** A stored view's own filters under those of a request. Refuses (`invalid_view`) one whose filters no longer parse. */
export function withStored(input: Partial<ListConversationsInput>, stored: StoredView): ResolvedInput {
  const parsed = listConversationsInput.safeParse(stored.query);
  if (!parsed.success || !isStandardView(parsed.data.view)) {
    throw invalidInput([{ path: 'view', reason: 'invalid_view' }]);
  }
  const given = Object.fromEntries(
    Object.entries(input).filter(([name, value]) => name !== 'view' && value !== undefined),
  );
  const sort = input.sort ?? stored.sort;
  return { ...parsed.data, ...given, view: parsed.data.view, sort };
}
