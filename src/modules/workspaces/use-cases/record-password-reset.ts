import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { memberUpdated } from '../events';

/** Tells one of a person's workspaces that their password was reset: open streams ask again whether they may go on. */
export const recordPasswordReset = defineSystemUseCase<{ userId: string }, void>({
  name: 'member.record_password_reset',
  run: async ({ db, emit, audit }, { userId }) => {
    const [member] = await db.query<{ id: string }>(sql`
      SELECT id FROM memberships
      WHERE workspace_id = ${db.workspaceId} AND user_id = ${userId}::uuid AND removed_at IS NULL`);
    if (!member) return;
    emit(memberUpdated(member.id));
    audit({ action: 'member.password_reset', subjectType: 'member', subjectId: member.id });
  },
});
