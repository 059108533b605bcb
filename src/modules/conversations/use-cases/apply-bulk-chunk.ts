import { AppError } from '@/kernel/errors';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { bulkProgressed, conversationsChanged } from '../events';
import { applyBulkChange } from '../jobs';
import { applyTriage, type TriageOutcome } from '../store/apply-triage';
import { lockBulkChange, toProgress } from '../store/bulk-changes';

const CHUNK = 500;

/**
 * The next 500 of a bulk change, with its progress, in one transaction; enqueues itself until nothing is left. Where
 * it stands is counted in the row, so a repeated or killed run goes on where the last commit was.
 */
export const applyBulkChunk = defineSystemUseCase<{ bulkChangeId: string }, void>({
  name: 'conversations.apply_bulk_chunk',
  run: async (context, { bulkChangeId }) => {
    const { db, emit, audit, enqueue } = context;
    const change = await lockBulkChange(db, bulkChangeId);
    if (change.state !== 'running') return;
    const from = change.done + change.refused;
    const ids = change.selection.ids.slice(from, from + CHUNK);
    const outcome = await applyOrRefuse(ids, () => applyTriage(context, ids, change.action, change.memberId));
    const done = change.done + ids.length - outcome.refused.length;
    const refused = change.refused + outcome.refused.length;
    const state = done + refused >= change.total ? 'done' : 'running';
    await db.query(sql`UPDATE bulk_changes SET done = ${done}, refused = ${refused}, state = ${state},
        before = before || ${JSON.stringify(outcome.kept)}::jsonb, finished_at = ${state === 'done' ? new Date() : null}
      WHERE workspace_id = ${db.workspaceId} AND id = ${bulkChangeId}::uuid`);
    const changedIds = outcome.isReading ? ids : outcome.kept.map(({ id }) => id);
    if (changedIds.length > 0) emit(conversationsChanged(changedIds));
    for (const { id } of outcome.kept) {
      const data = { ...change.action, bulkChangeId, memberId: change.memberId };
      audit({
        action: `conversations.${change.action.type}`,
        subjectType: 'conversation',
        subjectId: id,
        data,
      });
    }
    const { id: _, ...progress } = toProgress({ ...change, done, refused, state });
    emit(bulkProgressed({ bulkChangeId, ...progress }));
    if (state === 'running') enqueue(applyBulkChange, { bulkChangeId }, { key: bulkChangeId, priority: -5 });
  },
});

/** A member, team or tag that went meanwhile refuses the whole chunk, not the job. */
async function applyOrRefuse(
  ids: readonly string[],
  work: () => Promise<TriageOutcome>,
): Promise<TriageOutcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    return { kept: [], refused: ids.map((id) => ({ id, reason: 'unchanged' })), isReading: false };
  }
}
