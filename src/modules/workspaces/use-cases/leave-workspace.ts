import { conflict } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { leaveWorkspaceInput } from '../contract';
import { mayChangeStanding } from '../domain/last-admin';
import { memberRemoved } from '../events';
import { endMembership, lockMembers } from '../store';

/** The member who asks leaves. Refuses `last_admin`. */
export const leaveWorkspace = defineUseCase({
  name: 'workspace.leave',
  permission: 'workspace.leave',
  input: leaveWorkspaceInput,
  run: async ({ db, actor, emit, audit, now }) => {
    const decision = mayChangeStanding(await lockMembers(db), actor.memberId, null);
    if (!decision.ok) throw conflict(decision.refusal);
    await endMembership(db, actor.memberId, now());
    emit(memberRemoved(actor.memberId));
    audit({ action: 'member.left', subjectType: 'member', subjectId: actor.memberId });
  },
});
