import type { z } from 'zod';
import { invalidInput } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { defineUseCase } from '@/platform/context/use-case';
import { type BulkProgress, bulkTriageInput } from '../contract';
import { applyBulkChange } from '../jobs';
import { selectConversationIds } from '../queries/select-conversations';
import { insertBulkChange } from '../store/bulk-changes';

/** How many one bulk change may touch. */
export const MAX_BULK = 5000;

/**
 * Starts a change to many conversations: what is selected is fixed now, a job works through it and reports.
 * Refuses an empty selection (`nothing_selected`) and one beyond 5,000 (`too_many`).
 */
export const startBulkTriage = defineUseCase({
  name: 'conversations.bulk_triage',
  permission: 'conversations.bulk',
  input: bulkTriageInput,
  run: async (context, { action, selection }: z.output<typeof bulkTriageInput>): Promise<BulkProgress> => {
    const ids = [
      ...new Set(
        'ids' in selection
          ? selection.ids
          : await selectConversationIds(context, selection.list, MAX_BULK + 1),
      ),
    ];
    if (ids.length === 0) throw invalidInput([{ path: 'selection', reason: 'nothing_selected' }]);
    if (ids.length > MAX_BULK) {
      throw invalidInput([{ path: 'selection', reason: 'too_many', params: { maximum: MAX_BULK } }]);
    }
    const progress: BulkProgress = { id: newId(), state: 'running', total: ids.length, done: 0, refused: 0 };
    const { memberId } = context.actor;
    await insertBulkChange(context.db, { ...progress, memberId, action, selection: { ids }, before: [] });
    context.audit({
      action: 'conversations.bulk_triage',
      subjectType: 'bulk_change',
      subjectId: progress.id,
      data: { action, total: ids.length },
    });
    context.enqueue(applyBulkChange, { bulkChangeId: progress.id }, { key: progress.id, priority: -5 });
    return progress;
  },
});
