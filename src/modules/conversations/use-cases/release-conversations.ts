import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { conversationChanged } from '../events';
import { describeChanges } from '../store/history-lines';
import { type DecidedChange, saveTriage } from '../store/save-triage';
import { lockForTriage } from '../store/triage-rows';

/** How many one transaction takes; a member who leaves may hold thousands. */
const CHUNK = 500;

/**
 * Hands back what is not yet resolved of a member who left, so that nobody waits for somebody who is gone.
 * @returns true where more is left
 */
export const releaseConversations = defineSystemUseCase<{ memberId: string }, boolean>({
  name: 'conversations.release',
  run: async ({ db, emit }, { memberId }) => {
    const held = await db.query<{ id: string }>(sql`
      SELECT c.id FROM conversations c JOIN memberships m ON m.workspace_id = c.workspace_id AND m.id = c.assignee_id
      WHERE c.workspace_id = ${db.workspaceId} AND c.assignee_id = ${memberId}::uuid AND c.status <> 'resolved'
        AND m.removed_at IS NOT NULL
      LIMIT ${CHUNK}`);
    const rows = await lockForTriage(
      db,
      held.map(({ id }) => id),
    );
    const changes: DecidedChange[] = rows.map((row) => ({
      row,
      decision: {
        after: { ...row.state, assigneeId: null },
        tagsAdded: [],
        tagsRemoved: [],
        isReopened: false,
      },
    }));
    await saveTriage(db, changes, await describeChanges(db, changes), null);
    for (const { row } of changes) emit(conversationChanged(row.id));
    return held.length === CHUNK;
  },
});
