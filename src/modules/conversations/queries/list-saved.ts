import type { MemberContext } from '@/platform/context/context';
import { join, sql } from '@/platform/db/sql';
import { MAX_VIEW_COUNT, type SavedReply, type SavedView } from '../contract/saved';
import { listConditions } from '../store/list-conditions';
import { type StoredView, withStored } from '../store/resolve-view';

/** Shared views, then the member's own, each in their order: who may not share orders only the latter. */
export function listViews({ db, actor }: MemberContext): Promise<SavedView[]> {
  return db.query<SavedView>(sql`
    SELECT id, name, owner_id IS NULL AS "isShared", predicate AS query, sort FROM saved_views
    WHERE workspace_id = ${db.workspaceId} AND (owner_id IS NULL OR owner_id = ${actor.memberId})
    ORDER BY owner_id IS NOT NULL, position, created_at, id`);
}

/**
 * How many conversations each saved view shows, at most `MAX_VIEW_COUNT`: one statement for all of them. A view with
 * a search, or with filters that no longer parse, is left out.
 */
export async function countViews(context: MemberContext): Promise<{ counts: Record<string, number> }> {
  const { db, actor } = context;
  const views = await db.query<StoredView & { id: string }>(sql`
    SELECT id, predicate AS query, sort FROM saved_views
    WHERE workspace_id = ${db.workspaceId} AND (owner_id IS NULL OR owner_id = ${actor.memberId}) LIMIT 50`);
  const counted = views.flatMap((view) => {
    const where = conditionsOf(context, view);
    return where ? [{ id: view.id, where }] : [];
  });
  if (counted.length === 0) return { counts: {} };
  const selects = counted.map(
    ({ id, where }) => sql`SELECT ${id}::text AS id, (SELECT count(*)::int FROM (
      SELECT 1 FROM conversations c WHERE ${where} LIMIT ${MAX_VIEW_COUNT}::int) x) AS count`,
  );
  const rows = await db.query<{ id: string; count: number }>(join(selects, ' UNION ALL '));
  return { counts: Object.fromEntries(rows.map(({ id, count }) => [id, count])) };
}

function conditionsOf(context: MemberContext, view: StoredView) {
  try {
    const input = withStored({}, view);
    if (input.q) return null;
    const { statuses, conditions } = listConditions(context, input);
    const own = sql`c.workspace_id = ${context.workspace.id}::uuid`;
    const status = statuses ? [sql`c.status = ANY (${statuses}::text[])`] : [];
    return join([own, ...status, ...conditions], ' AND ');
  } catch {
    // Written against fields that are gone: the view itself says so when it is opened.
    return null;
  }
}

/** All saved replies by shortcut. */
export function listReplies({ db }: MemberContext): Promise<SavedReply[]> {
  return db.query<SavedReply>(sql`SELECT id, shortcut, name, text, language FROM saved_replies
    WHERE workspace_id = ${db.workspaceId} ORDER BY lower(shortcut), id`);
}
