import { notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { setTeamMembersInput } from '../contract';
import { teamChanged } from '../events';
import { replaceTeamMembers } from '../store';

/** Puts exactly these members into a team. */
export const setTeamMembers = defineUseCase({
  name: 'team.set_members',
  permission: 'teams.manage',
  input: setTeamMembersInput,
  run: async ({ db, emit, audit }, { teamId, memberIds }) => {
    const [team] = await db.query(sql`
      SELECT id FROM teams WHERE workspace_id = ${db.workspaceId} AND id = ${teamId}::uuid FOR UPDATE`);
    if (!team) throw notFound('team_not_found');
    await replaceTeamMembers(db, teamId, memberIds);
    emit(teamChanged('members_set', teamId));
    audit({
      action: 'team.members_set',
      subjectType: 'team',
      subjectId: teamId,
      data: { members: memberIds.length },
    });
  },
});
