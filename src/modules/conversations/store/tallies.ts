import type { ConversationStatus } from '@/kernel/vocabulary';
import { type Sql, sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';

/** What the inbox counts by; a conversation stands in exactly one cell. */
export interface TallyCell {
  status: ConversationStatus;
  channelId: string;
  assigneeId: string | null;
  teamId: string | null;
}

/** `before` is null for a conversation that is new, `after` for one that goes. */
export interface TallyChange {
  before: TallyCell | null;
  after: TallyCell | null;
}

/**
 * The statement (none where nothing moved) that belongs into the transaction of every write that creates a
 * conversation or changes its status, channel, assignee or team. It only appends: writers never wait for one another.
 */
export function tallyChanges(workspaceId: string, changes: readonly TallyChange[]): Sql[] {
  const differences = new Map<string, { cell: TallyCell; difference: number }>();
  for (const { before, after } of changes) {
    if (before) count(differences, before, -1);
    if (after) count(differences, after, 1);
  }
  const moved = [...differences.values()].filter(({ difference }) => difference !== 0);
  if (moved.length === 0) return [];
  return [
    sql`INSERT INTO conversation_tallies (workspace_id, id, status, channel_id, assignee_id, team_id, difference)
      SELECT ${workspaceId}::uuid, gen_random_uuid(), t.* FROM unnest(
        ${moved.map(({ cell }) => cell.status)}::text[], ${moved.map(({ cell }) => cell.channelId)}::uuid[],
        ${moved.map(({ cell }) => cell.assigneeId)}::uuid[], ${moved.map(({ cell }) => cell.teamId)}::uuid[],
        ${moved.map(({ difference }) => difference)}::int[]) AS t`,
  ];
}

/** As `tallyChanges`, for one conversation. */
export function tallyStatement(
  workspaceId: string,
  before: TallyCell | null,
  after: TallyCell | null,
): Sql[] {
  return tallyChanges(workspaceId, [{ before, after }]);
}

/**
 * Replaces a workspace's rows by one per cell. One statement: it sums exactly the rows it removes, so rows
 * appended meanwhile stay, and a second fold at the same time finds nothing left to remove.
 */
export async function foldTallyRows(db: TenantDb): Promise<void> {
  await db.query(sql`
    WITH folded AS (
      DELETE FROM conversation_tallies WHERE workspace_id = ${db.workspaceId}
      RETURNING status, channel_id, assignee_id, team_id, difference
    )
    INSERT INTO conversation_tallies (workspace_id, id, status, channel_id, assignee_id, team_id, difference)
    SELECT ${db.workspaceId}::uuid, gen_random_uuid(), status, channel_id, assignee_id, team_id, sum(difference)::int
    FROM folded GROUP BY status, channel_id, assignee_id, team_id HAVING sum(difference) <> 0`);
}

function count(
  differences: Map<string, { cell: TallyCell; difference: number }>,
  cell: TallyCell,
  by: number,
): void {
  const key = `${cell.status} ${cell.channelId} ${cell.assigneeId} ${cell.teamId}`;
  const entry = differences.get(key) ?? { cell, difference: 0 };
  entry.difference += by;
  differences.set(key, entry);
}
