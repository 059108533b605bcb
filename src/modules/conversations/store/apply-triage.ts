import { notFound } from '@/kernel/errors';
import { openingTimesOf } from '@/modules/workspaces/queries';
import type { Actor } from '@/platform/context/context';
import type { UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import type { TriageAction } from '../contract';
import { deadlinesOf } from '../domain/attention';
import { decideTriage, type StateAction, type TriageRefusal } from '../domain/triage';
import { describeChanges } from './history-lines';
import { setReadMarkers } from './read-markers';
import { type DecidedChange, type KeptChange, saveTriage } from './save-triage';
import { findWaitingSince, lockForTriage } from './triage-rows';

type Context = UseCaseContext<Actor | null>;

export interface TriageOutcome {
  kept: KeptChange[];
  /** By reason; conversations that are not there count as `conversation_not_found`. */
  refused: { id: string; reason: TriageRefusal | 'conversation_not_found' }[];
  /** Only who read it changed: nothing to write into history, nothing to undo. */
  isReading: boolean;
}

/** Does one action to some conversations, in as many statements as for one; a refusal of one hinders no other. */
export async function applyTriage(
  context: Context,
  ids: readonly string[],
  action: TriageAction,
  memberId: string,
): Promise<TriageOutcome> {
  const { db } = context;
  if (action.type === 'mark_read' || action.type === 'mark_unread') {
    const known = await setReadMarkers(db, memberId, ids, action.type);
    return { kept: [], refused: missing(ids, known), isReading: true };
  }
  await refuseUnknown(context, action);
  const rows = await lockForTriage(db, ids);
  const refused: TriageOutcome['refused'] = missing(
    ids,
    rows.map(({ id }) => id),
  );
  const changes: DecidedChange[] = [];
  for (const row of rows) {
    const decided = decideTriage(row, action as StateAction, context.now());
    if (decided.ok) changes.push({ row, decision: decided.value });
    else refused.push({ id: row.id, reason: decided.refusal });
  }
  await waitAgain(context, changes);
  const history = await describeChanges(db, changes);
  return { kept: await saveTriage(db, changes, history, memberId), refused, isReading: false };
}

function missing(ids: readonly string[], known: readonly string[]): TriageOutcome['refused'] {
  const found = new Set(known);
  return ids.filter((id) => !found.has(id)).map((id) => ({ id, reason: 'conversation_not_found' as const }));
}

/** What is given to a conversation must be the workspace's own and still there. */
async function refuseUnknown({ db }: Context, action: TriageAction): Promise<void> {
  const { workspaceId } = db;
  if (action.type === 'assign' && action.assigneeId !== null) {
    const rows = await db.query(sql`SELECT 1 FROM memberships
      WHERE workspace_id = ${workspaceId} AND id = ${action.assigneeId}::uuid AND removed_at IS NULL`);
    if (rows.length === 0) throw notFound('member_not_found');
  }
  if (action.type === 'set_team' && action.teamId !== null) {
    const rows = await db.query(
      sql`SELECT 1 FROM teams WHERE workspace_id = ${workspaceId} AND id = ${action.teamId}::uuid`,
    );
    if (rows.length === 0) throw notFound('team_not_found');
  }
  if (action.type === 'add_tags') {
    const wanted = [...new Set(action.tagIds)];
    const rows = await db.query(sql`SELECT 1 FROM tags
      WHERE workspace_id = ${workspaceId} AND id = ANY (${wanted}::uuid[]) FOR KEY SHARE`);
    if (rows.length < wanted.length) throw notFound('tag_not_found');
  }
}

/** Resolved conversations that are open again wait since the first message nobody answered. */
async function waitAgain(context: Context, changes: DecidedChange[]): Promise<void> {
  const reopened = changes.filter(({ decision }) => decision.isReopened);
  if (reopened.length === 0) return;
  const [since, times] = await Promise.all([
    findWaitingSince(
      context.db,
      reopened.map(({ row }) => row.id),
    ),
    openingTimesOf(context),
  ]);
  for (const { row, decision } of reopened) {
    const waitingSince = since.get(row.id);
    if (!waitingSince) continue;
    const isPublic = row.state.visibility === 'public';
    const { dueAt, attentionAt } = deadlinesOf({ ...row, waitingSince, isPublic }, times);
    decision.after.waitingSince = waitingSince.getTime();
    decision.after.dueAt = dueAt.getTime();
    decision.after.attentionAt = attentionAt.getTime();
  }
}
