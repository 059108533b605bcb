import { type Sql, sql } from '@/platform/db/sql';
import { isUnreadJoined, markerJoin } from './conversation-columns';

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

/** What is unread is recent: of somebody's open conversations the newest are looked at, so that the cost has a bound. */
const MOST_LOOKED_AT = 500;

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
      (SELECT count(*)::int FROM (
          SELECT * FROM conversations mine WHERE mine.workspace_id = ${workspaceId}::uuid
            AND mine.assignee_id = ${memberId}::uuid AND mine.status = 'open'
          ORDER BY mine.last_message_at DESC, mine.id DESC LIMIT ${MOST_LOOKED_AT}::int
        ) c ${markerJoin(memberId)} WHERE ${isUnreadJoined(memberId)}) AS unread_mine`;
}
