import { conflict } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { createTeamInput } from '../contract';
import { teamChanged } from '../events';
import { refusing, replaceTeamMembers } from '../store';

/** Refuses `team_name_taken`. */
export const createTeam = defineUseCase({
  name: 'team.create',
  permission: 'teams.manage',
  input: createTeamInput,
  run: async ({ db, emit, audit }, { name, memberIds }) => {
    const teamId = newId();
    const taken = conflict('team_name_taken', { fields: [{ path: 'name', reason: 'team_name_taken' }] });
    await refusing(
      '23505',
      taken,
      db.query(
        sql`INSERT INTO teams (workspace_id, id, name) VALUES (${db.workspaceId}, ${teamId}::uuid, ${name})`,
      ),
    );
    await replaceTeamMembers(db, teamId, memberIds);
    emit(teamChanged('created', teamId));
    audit({ action: 'team.created', subjectType: 'team', subjectId: teamId, data: { name } });
    return { teamId };
  },
});
