import { conflict, notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { changeMemberRoleInput } from '../contract';
import { mayChangeStanding } from '../domain/last-admin';
import { memberRoleChanged } from '../events';
import { lockMembers } from '../store';

/** Holds from the member's next request on. Refuses `last_admin`. @returns the role before, for undo */
export const changeMemberRole = defineUseCase({
  name: 'member.change_role',
  permission: 'members.manage',
  input: changeMemberRoleInput,
  run: async ({ db, emit, audit }, { memberId, role }) => {
    const members = await lockMembers(db);
    const member = members.find((one) => one.id === memberId);
    if (!member) throw notFound('member_not_found');
    if (member.role === role) return { previousRole: role };
    const decision = mayChangeStanding(members, memberId, role);
    if (!decision.ok) throw conflict(decision.refusal);
    await db.query(sql`
      UPDATE memberships SET role = ${role} WHERE workspace_id = ${db.workspaceId} AND id = ${memberId}::uuid`);
    emit(memberRoleChanged(memberId, role));
    audit({
      action: 'member.role_changed',
      subjectType: 'member',
      subjectId: memberId,
      data: { from: member.role, to: role },
    });
    return { previousRole: member.role };
  },
});
