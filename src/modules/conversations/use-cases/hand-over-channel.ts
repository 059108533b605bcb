import { notFound } from '@/kernel/errors';
import { handOverInput } from '@/modules/channels/contract';
import { channelChanged } from '@/modules/channels/events';
import { getChannel } from '@/modules/channels/queries';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import { conversationsChanged } from '../events';

/** Ids that one event names. */
const TOLD_AT_ONCE = 1000;

/**
 * Gives a channel to another team: new conversations go there, and its unresolved ones too where that is wished, each
 * with a line in its history. Refuses `channel_not_found` and `team_not_found`. @returns how many were moved
 */
export const handOverChannel = defineOperatorUseCase({
  name: 'conversations.hand-over-channel',
  permission: 'channels.manage',
  input: handOverInput,
  run: async ({ db, actor, emit, audit }, { channelId, teamId, moveOpen }) => {
    await getChannel({ db }, channelId);
    const [team] = teamId ? await findTeam(db, teamId) : [];
    if (teamId && !team) throw notFound('team_not_found');
    await db.query(sql`UPDATE channels SET team_id = ${teamId}::uuid
      WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid`);
    const moved = moveOpen
      ? await moveConversations(db, channelId, team ?? null, actor?.memberId ?? null)
      : [];
    for (let from = 0; from < moved.length; from += TOLD_AT_ONCE) {
      emit(conversationsChanged(moved.slice(from, from + TOLD_AT_ONCE)));
    }
    emit(channelChanged(channelId));
    audit({
      action: 'channels.hand-over',
      subjectType: 'channel',
      subjectId: channelId,
      data: { teamId, moved: moved.length },
    });
    return { moved: moved.length };
  },
});

interface Team {
  id: string;
  name: string;
}

function findTeam(db: TenantTransaction, teamId: string): Promise<Team[]> {
  return db.query<Team>(sql`
    SELECT id, name FROM teams WHERE workspace_id = ${db.workspaceId} AND id = ${teamId}::uuid FOR KEY SHARE`);
}

/** One statement with history and counts, however many there are. Plan: the channel's conversations by status. */
async function moveConversations(
  db: TenantTransaction,
  channelId: string,
  team: Team | null,
  memberId: string | null,
): Promise<string[]> {
  const { workspaceId } = db;
  const to = team ? JSON.stringify(team) : 'null';
  const rows = await db.query<{ id: string }>(sql`
    WITH before AS (
      SELECT c.id, c.status, c.assignee_id, c.team_id, t.name AS team_name FROM conversations c
      LEFT JOIN teams t ON t.workspace_id = c.workspace_id AND t.id = c.team_id
      WHERE c.workspace_id = ${workspaceId} AND c.channel_id = ${channelId}::uuid AND c.status <> 'resolved'
        AND c.team_id IS DISTINCT FROM ${team?.id ?? null}::uuid
      ORDER BY c.id FOR UPDATE OF c
    ), moved AS (
      UPDATE conversations c SET team_id = ${team?.id ?? null}::uuid, updated_at = now() FROM before b
      WHERE c.workspace_id = ${workspaceId} AND c.id = b.id RETURNING c.id
    ), told AS (
      INSERT INTO conversation_changes (workspace_id, id, conversation_id, type, member_id, data)
      SELECT ${workspaceId}::uuid, gen_random_uuid(), b.id, 'team_changed', ${memberId}::uuid,
        jsonb_build_object('from', CASE WHEN b.team_id IS NULL THEN NULL ELSE jsonb_build_object('id', b.team_id, 'name', b.team_name) END,
          'to', ${to}::jsonb)
      FROM before b
    ), counted AS (
      INSERT INTO conversation_tallies (workspace_id, id, status, channel_id, assignee_id, team_id, difference)
      SELECT ${workspaceId}::uuid, gen_random_uuid(), x.status, ${channelId}::uuid, x.assignee_id, x.team_id, sum(x.difference)::int
      FROM (SELECT status, assignee_id, team_id, -1 AS difference FROM before
        UNION ALL SELECT status, assignee_id, ${team?.id ?? null}::uuid, 1 FROM before) x
      GROUP BY x.status, x.assignee_id, x.team_id HAVING sum(x.difference) <> 0
    )
    SELECT id FROM moved`);
  return rows.map(({ id }) => id);
}
