import { defineSystemUseCase } from '@/platform/context/use-case';
import { changeState } from '../domain/conversation';
import { conversationChanged } from '../events';
import { describeChanges } from '../store/history-lines';
import { type DecidedChange, saveTriage } from '../store/save-triage';
import { lockForTriage } from '../store/triage-rows';

/** Opens conversations whose snooze has ended; those woken already, or snoozed anew, stay as they are. */
export const wakeConversations = defineSystemUseCase<{ conversationIds: readonly string[] }, void>({
  name: 'conversations.wake',
  run: async ({ db, emit, now }, { conversationIds }) => {
    const rows = await lockForTriage(db, conversationIds);
    const changes: DecidedChange[] = rows.flatMap((row) => {
      const { status, snoozedUntil } = row.state;
      const until = snoozedUntil === null ? null : new Date(snoozedUntil);
      const woken = changeState({ status, snoozedUntil: until }, { type: 'wake' }, now());
      if (!woken.ok) return [];
      const after = { ...row.state, status: woken.value.status, snoozedUntil: null };
      return [{ row, decision: { after, tagsAdded: [], tagsRemoved: [], isReopened: false } }];
    });
    await saveTriage(db, changes, await describeChanges(db, changes), null);
    for (const { row } of changes) emit(conversationChanged(row.id));
  },
});
