import { notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { memberInput } from '../contract';
import { memberJoined } from '../events';

/** How long a removal can be taken back; later the person is invited again. */
const UNDO_MINUTES = 10;

/** Undoes a removal: role, teams and the keys that ended with it. Refuses `member_not_found` when it is too late. */
export const restoreMember = defineUseCase({
  name: 'member.restore',
  permission: 'members.manage',
  input: memberInput,
  run: async ({ db, emit, audit, now }, { memberId }) => {
    const earliest = new Date(now().getTime() - UNDO_MINUTES * 60_000);
    const [removed] = await db.query<{ removed_at: Date }>(sql`
      SELECT removed_at FROM memberships
      WHERE workspace_id = ${db.workspaceId} AND id = ${memberId}::uuid AND removed_at >= ${earliest} FOR UPDATE`);
    if (!removed) throw notFound('member_not_found');
    await db.query(sql`
      UPDATE memberships SET removed_at = NULL WHERE workspace_id = ${db.workspaceId} AND id = ${memberId}::uuid`);
    await db.query(sql`
      UPDATE api_keys SET revoked_at = NULL
      WHERE workspace_id = ${db.workspaceId} AND member_id = ${memberId}::uuid AND revoked_at = ${removed.removed_at}`);
    emit(memberJoined(memberId));
    audit({ action: 'member.restored', subjectType: 'member', subjectId: memberId });
  },
});
