import { newId } from '@/kernel/ids';
import { type Sql, sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import { differences, type TriageDecision, type TriageState } from '../domain/triage';
import { type TallyCell, tallyChanges } from './tallies';
import type { TriageRow } from './triage-rows';

export interface DecidedChange {
  row: TriageRow;
  decision: TriageDecision;
}

/** What a change did to one conversation, kept for its undo. */
export interface KeptChange {
  id: string;
  before: Partial<TriageState>;
  after: Partial<TriageState>;
  tagsAdded: string[];
  tagsRemoved: string[];
}

export interface HistoryLine {
  conversationId: string;
  type: string;
  data: Record<string, unknown>;
}

const iso = (milliseconds: number | null) =>
  milliseconds === null ? null : new Date(milliseconds).toISOString();

/** Writes decided changes with their history and counts: one statement a table, one round trip, however many. */
export async function saveTriage(
  db: TenantTransaction,
  changes: readonly DecidedChange[],
  history: readonly HistoryLine[],
  memberId: string | null,
): Promise<KeptChange[]> {
  if (changes.length === 0) return [];
  await db.pipeline(
    updateRows(db.workspaceId, changes),
    ...tagRows(db.workspaceId, changes),
    ...historyRows(db.workspaceId, history, memberId),
    ...tallyChanges(
      db.workspaceId,
      changes.map(({ row, decision }) => ({
        before: cell(row, row.state),
        after: cell(row, decision.after),
      })),
    ),
  );
  return changes.map(({ row, decision }) => ({
    id: row.id,
    before: differences(row.state, decision.after),
    after: differences(decision.after, row.state),
    tagsAdded: [...decision.tagsAdded],
    tagsRemoved: [...decision.tagsRemoved],
  }));
}

function cell({ channelId }: TriageRow, { status, assigneeId, teamId }: TriageState): TallyCell {
  return { status, channelId, assigneeId, teamId };
}

function updateRows(workspaceId: string, changes: readonly DecidedChange[]): Sql {
  const rows = changes.map(({ row, decision: { after } }) => ({
    ...after,
    id: row.id,
    snoozedUntil: iso(after.snoozedUntil),
    waitingSince: iso(after.waitingSince),
    dueAt: iso(after.dueAt),
    attentionAt: iso(after.attentionAt),
    resolvedAt: iso(after.resolvedAt),
  }));
  return sql`UPDATE conversations c SET status = r.status, snoozed_until = r."snoozedUntil", assignee_id = r."assigneeId",
      team_id = r."teamId", priority = r.priority, visibility = r.visibility, waiting_since = r."waitingSince",
      due_at = r."dueAt", attention_at = r."attentionAt", resolved_at = r."resolvedAt", updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, status text, "snoozedUntil" timestamptz,
      "assigneeId" uuid, "teamId" uuid, priority smallint, visibility text, "waitingSince" timestamptz,
      "dueAt" timestamptz, "attentionAt" timestamptz, "resolvedAt" timestamptz)
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = r.id`;
}

function tagRows(workspaceId: string, changes: readonly DecidedChange[]): Sql[] {
  const pairs = (of: 'tagsAdded' | 'tagsRemoved') =>
    changes.flatMap(({ row, decision }) => decision[of].map((tagId) => [row.id, tagId] as const));
  const added = pairs('tagsAdded');
  const removed = pairs('tagsRemoved');
  const statements: Sql[] = [];
  if (added.length > 0) {
    statements.push(sql`INSERT INTO conversation_tags (workspace_id, conversation_id, tag_id)
      SELECT ${workspaceId}::uuid, t.* FROM unnest(${added.map(([id]) => id)}::uuid[], ${added.map(([, id]) => id)}::uuid[]) AS t
      ON CONFLICT DO NOTHING`);
  }
  if (removed.length > 0) {
    statements.push(sql`DELETE FROM conversation_tags x
      USING unnest(${removed.map(([id]) => id)}::uuid[], ${removed.map(([, id]) => id)}::uuid[]) AS t(conversation_id, tag_id)
      WHERE x.workspace_id = ${workspaceId}::uuid AND x.conversation_id = t.conversation_id AND x.tag_id = t.tag_id`);
  }
  return statements;
}

export function historyRows(
  workspaceId: string,
  history: readonly HistoryLine[],
  memberId: string | null,
): Sql[] {
  if (history.length === 0) return [];
  const rows = history.map((line) => ({ ...line, id: newId() }));
  return [
    sql`INSERT INTO conversation_changes (workspace_id, id, conversation_id, type, member_id, data)
      SELECT ${workspaceId}::uuid, r.id, r."conversationId", r.type, ${memberId}::uuid, r.data
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, "conversationId" uuid, type text, data jsonb)`,
  ];
}
