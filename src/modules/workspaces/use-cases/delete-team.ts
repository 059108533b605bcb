import { conflict, notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { teamInput } from '../contract';
import { teamChanged } from '../events';
import { refusing } from '../store';

/** Refuses `team_in_use` while a conversation or a channel names the team. */
export const deleteTeam = defineUseCase({
  name: 'team.delete',
  permission: 'teams.manage',
  input: teamInput,
  run: async ({ db, emit, audit }, { teamId }) => {
    const [row] = await refusing(
      '23503',
      conflict('team_in_use'),
      db.query<{ name: string }>(sql`
        DELETE FROM teams WHERE workspace_id = ${db.workspaceId} AND id = ${teamId}::uuid RETURNING name`),
    );
    if (!row) throw notFound('team_not_found');
    emit(teamChanged('deleted', teamId));
    audit({ action: 'team.deleted', subjectType: 'team', subjectId: teamId, data: { name: row.name } });
  },
});
