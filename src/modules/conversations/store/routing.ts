import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { Rota, RoutingRule } from '../domain/routing';

/** Plan: routing_rules (workspace_id, channel_id, position). */
export function findRules(db: TenantTransaction, channelId: string): Promise<RoutingRule[]> {
  return db.query<RoutingRule>(sql`
    SELECT id, name, condition, team_id AS "teamId", assign, load_cap AS "loadCap" FROM routing_rules
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND is_active ORDER BY position, id`);
}

/**
 * The teams' people with their loads, each team locked to the end of the transaction: turns are given out one batch
 * after the other. Always in one order, so that two batches never wait for one another in a circle.
 */
export async function lockRotas(
  db: TenantTransaction,
  teamIds: readonly string[],
): Promise<Map<string, Rota>> {
  const teams = [...new Set(teamIds)].sort();
  const { workspaceId } = db;
  await db.query(sql`
    INSERT INTO routing_turns (workspace_id, team_id) SELECT ${workspaceId}::uuid, t FROM unnest(${teams}::uuid[]) AS t
    ORDER BY t ON CONFLICT DO NOTHING`);
  const turns = await db.query<{ teamId: string; last: string | null }>(sql`
    SELECT team_id AS "teamId", member_id AS last FROM routing_turns
    WHERE workspace_id = ${workspaceId} AND team_id = ANY (${teams}::uuid[]) ORDER BY team_id FOR UPDATE`);
  // After the lock: what the batch before us gave out is counted.
  const people = await db.query<{ teamId: string; memberId: string; load: number }>(sql`
    SELECT tm.team_id AS "teamId", m.id AS "memberId",
      coalesce((SELECT sum(t.difference) FROM conversation_tallies t
        WHERE t.workspace_id = m.workspace_id AND t.assignee_id = m.id AND t.status = 'open'), 0)::int AS load
    FROM team_members tm JOIN memberships m ON m.workspace_id = tm.workspace_id AND m.id = tm.member_id
    WHERE tm.workspace_id = ${workspaceId} AND tm.team_id = ANY (${teams}::uuid[]) AND m.removed_at IS NULL ORDER BY m.id`);
  // Whoever is in two teams has one load.
  const loads = new Map(people.map(({ memberId, load }) => [memberId, load]));
  return new Map(
    turns.map(({ teamId, last }) => [
      teamId,
      {
        last,
        loads,
        members: people.filter((person) => person.teamId === teamId).map(({ memberId }) => memberId),
      },
    ]),
  );
}

export async function saveRotas(db: TenantTransaction, rotas: ReadonlyMap<string, Rota>): Promise<void> {
  const rows = [...rotas];
  if (rows.length === 0) return;
  await db.query(sql`
    UPDATE routing_turns r SET member_id = t.member_id
    FROM unnest(${rows.map(([teamId]) => teamId)}::uuid[], ${rows.map(([, { last }]) => last)}::uuid[]) AS t(team_id, member_id)
    WHERE r.workspace_id = ${db.workspaceId} AND r.team_id = t.team_id`);
}

/** Names for the history, which stay true when they change later. Plan: primary keys. */
export async function findNames(
  db: TenantTransaction,
  teamIds: readonly string[],
  memberIds: readonly string[],
): Promise<(id: string | null) => { id: string; name: string } | null> {
  const [teams, members] = await db.pipeline<
    [{ id: string; name: string }[], { id: string; name: string }[]]
  >(
    sql`SELECT id, name FROM teams WHERE workspace_id = ${db.workspaceId} AND id = ANY (${[...teamIds]}::uuid[])`,
    sql`SELECT id, display_name AS name FROM memberships WHERE workspace_id = ${db.workspaceId} AND id = ANY (${[...memberIds]}::uuid[])`,
  );
  const names = new Map([...teams, ...members].map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : { id, name: names.get(id) ?? '' });
}
