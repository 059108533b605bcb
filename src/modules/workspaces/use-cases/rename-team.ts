import { conflict, notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { renameTeamInput } from '../contract';
import { teamChanged } from '../events';
import { refusing } from '../store';

/** Refuses `team_name_taken`. */
export const renameTeam = defineUseCase({
  name: 'team.rename',
  permission: 'teams.manage',
  input: renameTeamInput,
  run: async ({ db, emit, audit }, { teamId, name }) => {
    const taken = conflict('team_name_taken', { fields: [{ path: 'name', reason: 'team_name_taken' }] });
    const [row] = await refusing(
      '23505',
      taken,
      db.query(sql`
        UPDATE teams SET name = ${name} WHERE workspace_id = ${db.workspaceId} AND id = ${teamId}::uuid RETURNING id`),
    );
    if (!row) throw notFound('team_not_found');
    emit(teamChanged('renamed', teamId));
    audit({ action: 'team.renamed', subjectType: 'team', subjectId: teamId, data: { name } });
  },
});
