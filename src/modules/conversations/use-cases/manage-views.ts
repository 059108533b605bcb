import type { z } from 'zod';
import { forbidden, invalidInput, notFound } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { Actor } from '@/platform/context/context';
import { defineUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import {
  orderViewsInput,
  type SavedView,
  saveViewInput,
  updateViewInput,
  viewRefInput,
} from '../contract/saved';
import { viewChanged } from '../events';
import { listConditions } from '../store/list-conditions';
import { withStored } from '../store/resolve-view';

type Context = UseCaseContext<Actor>;

/** Keeps filters under a name, for oneself or, with that right, for everybody. Refuses filters that do not parse. */
export const saveView = defineUseCase({
  name: 'views.create',
  permission: 'views.manage_own',
  input: saveViewInput,
  run: async (context, view: z.output<typeof saveViewInput>): Promise<SavedView> => {
    const { db, actor } = context;
    if (view.isShared) refuseSharing(context);
    refuseUnreadable(context, view);
    const id = newId();
    await db.query(sql`INSERT INTO saved_views (workspace_id, id, owner_id, name, predicate, sort, position)
      VALUES (${db.workspaceId}, ${id}, ${view.isShared ? null : actor.memberId}::uuid, ${view.name},
        ${JSON.stringify(view.query)}::jsonb, ${view.sort},
        (SELECT coalesce(max(position), 0) + 1 FROM saved_views WHERE workspace_id = ${db.workspaceId}))`);
    leaveTrail(context, 'views.create', id);
    return { id, ...view };
  },
});

export const updateView = defineUseCase({
  name: 'views.update',
  permission: 'views.manage_own',
  input: updateViewInput,
  run: async (context, { viewId, ...change }: z.output<typeof updateViewInput>): Promise<SavedView> => {
    const { db, actor } = context;
    const before = await lockView(context, viewId);
    const view = { ...before, ...change };
    if (view.isShared || before.isShared) refuseSharing(context);
    refuseUnreadable(context, view);
    await db.query(sql`UPDATE saved_views SET name = ${view.name}, predicate = ${JSON.stringify(view.query)}::jsonb,
        sort = ${view.sort}, owner_id = ${view.isShared ? null : actor.memberId}::uuid
      WHERE workspace_id = ${db.workspaceId} AND id = ${viewId}::uuid`);
    leaveTrail(context, 'views.update', viewId);
    return view;
  },
});

export const deleteView = defineUseCase({
  name: 'views.delete',
  permission: 'views.manage_own',
  input: viewRefInput,
  run: async (context, { viewId }: z.output<typeof viewRefInput>): Promise<void> => {
    const { db } = context;
    const view = await lockView(context, viewId);
    if (view.isShared) refuseSharing(context);
    await db.query(
      sql`DELETE FROM saved_views WHERE workspace_id = ${db.workspaceId} AND id = ${viewId}::uuid`,
    );
    leaveTrail(context, 'views.delete', viewId);
  },
});

/** Puts views in this order; shared ones move only for who may share, all others of the list still do. */
export const orderViews = defineUseCase({
  name: 'views.order',
  permission: 'views.manage_own',
  input: orderViewsInput,
  run: async (context, { ids }: z.output<typeof orderViewsInput>): Promise<void> => {
    const { db, actor } = context;
    const maySort = context.offers.isAllowed(actor.role, 'views.share');
    await db.query(sql`UPDATE saved_views v SET position = o.position
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS o(id, position)
      WHERE v.workspace_id = ${db.workspaceId} AND v.id = o.id
        AND (v.owner_id = ${actor.memberId}::uuid OR (v.owner_id IS NULL AND ${maySort}::boolean))`);
    context.emit(viewChanged(ids[0] ?? ''));
    context.audit({ action: 'views.order', subjectType: 'view', data: { count: ids.length } });
  },
});

function refuseSharing({ actor, offers }: Context): void {
  if (!offers.isAllowed(actor.role, 'views.share')) throw forbidden('sharing_not_allowed');
}

/** A view that cannot be read would be found out only when somebody opens it. */
function refuseUnreadable(context: Context, { query, sort }: Pick<SavedView, 'query' | 'sort'>): void {
  const { view, cursor, limit } = query;
  if (cursor !== undefined || limit !== undefined || (view !== undefined && view.length > 20)) {
    throw invalidInput([{ path: 'query', reason: 'invalid_view' }]);
  }
  listConditions(context, withStored({}, { query, sort }));
}

async function lockView({ db, actor }: Context, viewId: string): Promise<SavedView> {
  const [view] = await db.query<SavedView>(sql`
    SELECT id, name, owner_id IS NULL AS "isShared", predicate AS query, sort FROM saved_views
    WHERE workspace_id = ${db.workspaceId} AND id = ${viewId}::uuid
      AND (owner_id IS NULL OR owner_id = ${actor.memberId}::uuid) FOR UPDATE`);
  if (!view) throw notFound('view_not_found');
  return view;
}

function leaveTrail(context: Context, action: string, viewId: string): void {
  context.emit(viewChanged(viewId));
  context.audit({ action, subjectType: 'view', subjectId: viewId });
}
