import { conflict, notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { memberInput } from '../contract';
import { mayChangeStanding } from '../domain/last-admin';
import { memberRemoved } from '../events';
import { endMembership, lockMembers } from '../store';

/** Ends a membership and its API keys, from the next request on. Refuses `last_admin`. */
export const removeMember = defineUseCase({
  name: 'member.remove',
  permission: 'members.manage',
  input: memberInput,
  run: async ({ db, emit, audit, now }, { memberId }) => {
    const members = await lockMembers(db);
    if (!members.some((one) => one.id === memberId)) throw notFound('member_not_found');
    const decision = mayChangeStanding(members, memberId, null);
    if (!decision.ok) throw conflict(decision.refusal);
    await endMembership(db, memberId, now());
    emit(memberRemoved(memberId));
    audit({ action: 'member.removed', subjectType: 'member', subjectId: memberId });
  },
});
