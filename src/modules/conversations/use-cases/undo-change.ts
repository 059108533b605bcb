import type { z } from 'zod';
import { conflict, notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import type { BulkProgress } from '../contract';
import { bulkChangeInput } from '../contract/changes';
import { decideUndo } from '../domain/triage';
import { bulkProgressed, conversationChanged, conversationsChanged } from '../events';
import { lockBulkChange } from '../store/bulk-changes';
import { describeChanges } from '../store/history-lines';
import { type DecidedChange, saveTriage } from '../store/save-triage';
import { lockForTriage } from '../store/triage-rows';

/**
 * Puts back what the member's own change did, single or bulk, where nobody changed it since; those count as
 * `refused`. Refuses while it runs (`still_running`) and a second time (`already_undone`).
 */
export const undoChange = defineUseCase({
  name: 'conversations.undo',
  permission: 'conversations.triage',
  input: bulkChangeInput,
  run: async (context, { bulkChangeId }: z.output<typeof bulkChangeInput>): Promise<BulkProgress> => {
    const { db, actor, emit, audit } = context;
    const change = await lockBulkChange(db, bulkChangeId);
    if (change.memberId !== actor.memberId) throw notFound('bulk_change_not_found');
    if (change.state === 'running') throw conflict('still_running');
    if (change.state === 'undone') throw conflict('already_undone');
    const kept = new Map(change.before.map((one) => [one.id, one]));
    const rows = await lockForTriage(db, [...kept.keys()]);
    const changes: DecidedChange[] = rows.flatMap((row) => {
      const one = kept.get(row.id);
      const decided = one && decideUndo(row, one);
      return decided?.ok ? [{ row, decision: decided.value }] : [];
    });
    await saveTriage(db, changes, await describeChanges(db, changes), actor.memberId);
    const done = changes.length;
    const refused = kept.size - done;
    await db.query(sql`UPDATE bulk_changes SET state = 'undone', finished_at = now()
      WHERE workspace_id = ${db.workspaceId} AND id = ${bulkChangeId}::uuid`);
    const ids = changes.map(({ row }) => row.id);
    const [only] = ids;
    if (ids.length === 1 && only) emit(conversationChanged(only));
    else if (ids.length > 1) emit(conversationsChanged(ids));
    const progress = { state: 'undone' as const, total: kept.size, done, refused };
    emit(bulkProgressed({ bulkChangeId, ...progress }));
    audit({
      action: 'conversations.undo',
      subjectType: 'bulk_change',
      subjectId: bulkChangeId,
      data: { action: change.action.type, done, refused },
    });
    return { id: bulkChangeId, ...progress };
  },
});
