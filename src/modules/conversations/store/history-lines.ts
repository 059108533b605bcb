import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { DecidedChange, HistoryLine } from './save-triage';

interface Names {
  members: ReadonlyMap<string, string>;
  teams: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, { id: string; name: string; color: string }>;
}

/** What the thread will say about these changes, in words that stay true when names change later. */
export async function describeChanges(
  db: TenantTransaction,
  changes: readonly DecidedChange[],
): Promise<HistoryLine[]> {
  const names = await findNames(db, changes);
  return changes.flatMap((change) =>
    linesOf(change, names).map((line) => ({ ...line, conversationId: change.row.id })),
  );
}

function linesOf({ row, decision }: DecidedChange, names: Names): Omit<HistoryLine, 'conversationId'>[] {
  const { state: before } = row;
  const { after, tagsAdded, tagsRemoved } = decision;
  const lines: Omit<HistoryLine, 'conversationId'>[] = [];
  const named = (from: ReadonlyMap<string, string>, id: string | null) =>
    id === null ? null : { id, name: from.get(id) ?? '' };
  if (before.assigneeId !== after.assigneeId) {
    const data = {
      from: named(names.members, before.assigneeId),
      to: named(names.members, after.assigneeId),
    };
    lines.push({ type: 'assigned', data });
  }
  if (before.teamId !== after.teamId) {
    const data = { from: named(names.teams, before.teamId), to: named(names.teams, after.teamId) };
    lines.push({ type: 'team_changed', data });
  }
  if (before.status !== after.status || before.snoozedUntil !== after.snoozedUntil) {
    const until = after.snoozedUntil === null ? {} : { until: new Date(after.snoozedUntil).toISOString() };
    lines.push({ type: 'status_changed', data: { from: before.status, to: after.status, ...until } });
  }
  if (before.priority !== after.priority) {
    lines.push({ type: 'priority_changed', data: { from: before.priority, to: after.priority } });
  }
  if (before.visibility !== after.visibility && after.visibility === 'private') {
    lines.push({ type: 'moved_to_private', data: {} });
  }
  const tags = (ids: readonly string[]) => ids.flatMap((id) => names.tags.get(id) ?? []);
  if (tagsAdded.length > 0) lines.push({ type: 'tagged', data: { tags: tags(tagsAdded) } });
  if (tagsRemoved.length > 0) lines.push({ type: 'untagged', data: { tags: tags(tagsRemoved) } });
  return lines;
}

async function findNames(db: TenantTransaction, changes: readonly DecidedChange[]): Promise<Names> {
  const both = (pick: (state: DecidedChange['decision']['after']) => string | null) => [
    ...new Set(
      changes.flatMap(({ row, decision }) =>
        [pick(row.state), pick(decision.after)].filter((id) => id !== null),
      ),
    ),
  ];
  const tagIds = [
    ...new Set(changes.flatMap(({ decision }) => [...decision.tagsAdded, ...decision.tagsRemoved])),
  ];
  const [members, teams, tags] = await db.pipeline<
    [
      { id: string; name: string }[],
      { id: string; name: string }[],
      { id: string; name: string; color: string }[],
    ]
  >(
    sql`SELECT id, display_name AS name FROM memberships
      WHERE workspace_id = ${db.workspaceId} AND id = ANY (${both(({ assigneeId }) => assigneeId)}::uuid[])`,
    sql`SELECT id, name FROM teams
      WHERE workspace_id = ${db.workspaceId} AND id = ANY (${both(({ teamId }) => teamId)}::uuid[])`,
    sql`SELECT id, name, color FROM tags WHERE workspace_id = ${db.workspaceId} AND id = ANY (${tagIds}::uuid[])`,
  );
  const byId = (rows: { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]));
  return { members: byId(members), teams: byId(teams), tags: new Map(tags.map((tag) => [tag.id, tag])) };
}
