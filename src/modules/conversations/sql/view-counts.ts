import { type Sql, sql } from '@/platform/db/sql';
import { isUnread } from './conversation-columns';

export interface TallyRow {
  team_id: string | null;
  channel_id: string | null;
  /** 0: the totals, 1: of a channel, 2: of a team. */
  level: number;
  mine: number;
  unassigned: number;
  open: number;
  pending: number;
  snoozed: number;
  resolved: number;
}

/**
 * Counts by view, by channel and by team. Rows expected: one per channel and team, and one. Reads the folded
 * differences of the workspace (cells: statuses × channels × assignees × teams, hundreds), not the conversations.
 * Plan: conversation_tallies_pkey by workspace, then MixedAggregate.
 */
export function viewTalliesSql(workspaceId: string, memberId: string): Sql {
  return sql`
    SELECT t.channel_id, t.team_id,
      CASE GROUPING(t.channel_id, t.team_id) WHEN 3 THEN 0 WHEN 1 THEN 1 ELSE 2 END AS level,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'open' AND t.assignee_id = ${memberId}::uuid), 0)::int AS mine,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'open' AND t.assignee_id IS NULL), 0)::int AS unassigned,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'open'), 0)::int AS open,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'pending'), 0)::int AS pending,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'snoozed'), 0)::int AS snoozed,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'resolved'), 0)::int AS resolved
    FROM conversation_tallies t WHERE t.workspace_id = ${workspaceId}::uuid
    GROUP BY GROUPING SETS ((), (t.channel_id), (t.team_id))`;
}

/**
 * What tallies cannot say: where the member is called in, and what is unread among theirs. One row.
 * Plan: mentions_workspace_id_member_id_conversation_id_idx, conversations_assignee_newest, read_markers_pkey.
 */
export function ownCountsSql(workspaceId: string, memberId: string): Sql {
  return sql`
    SELECT
      (SELECT count(*)::int FROM conversations c WHERE c.workspace_id = ${workspaceId}::uuid AND c.status <> 'resolved'
        AND c.id IN (SELECT me.conversation_id FROM mentions me
          WHERE me.workspace_id = ${workspaceId}::uuid AND me.member_id = ${memberId}::uuid)) AS mentions,
      (SELECT count(*)::int FROM conversations c WHERE c.workspace_id = ${workspaceId}::uuid
        AND c.assignee_id = ${memberId}::uuid AND c.status = 'open' AND ${isUnread(memberId)}) AS unread_mine`;
}
