import { raw, type Sql, sql } from '@/platform/db/sql';
import { isUnreadJoined, markerJoin } from './conversation-columns';

/** The open conversations and so on of one channel and team. */
export interface TallyRow {
  channel_id: string;
  team_id: string | null;
  mine: number;
  unassigned: number;
  open: number;
  pending: number;
  snoozed: number;
  resolved: number;
  overheard: number;
  /** The same in every row: where the member is called in, and what is unread among theirs. */
  mentions: number;
  unread_mine: number;
}

/** What is unread is recent: of somebody's open conversations the newest are looked at, so that the cost has a bound. */
const MOST_LOOKED_AT = 500;

/**
 * Counts by channel and team, and what tallies cannot say in two figures beside them. Rows expected: one per channel
 * and team that has conversations; none where there are none. Reads the folded differences of the workspace (cells:
 * statuses × channels × assignees × teams, hundreds), not the conversations; totals are added up by who asks, which
 * costs half of three grouping sets.
 * Plan: HashAggregate over an index-only scan of conversation_tallies_cells; once each, index-only: Merge Semi Join
 * of conversations_mentioning and mentions_workspace_id_member_id_conversation_id_idx; conversations_assignee_newest.
 */
export function viewCountsSql(workspaceId: string, memberId: string): Sql {
  return sql`
    SELECT t.channel_id, t.team_id,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'open' AND t.assignee_id = ${memberId}::uuid), 0)::int AS mine,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'open' AND t.assignee_id IS NULL), 0)::int AS unassigned,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'open'), 0)::int AS open,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'pending'), 0)::int AS pending,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'snoozed'), 0)::int AS snoozed,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'resolved'), 0)::int AS resolved,
      coalesce(sum(t.difference) FILTER (WHERE t.status = 'overheard'), 0)::int AS overheard,
      (${mentionsOf(workspaceId, memberId)}) AS mentions, (${unreadOf(workspaceId, memberId)}) AS unread_mine
    FROM conversation_tallies t WHERE t.workspace_id = ${workspaceId}::uuid
    GROUP BY t.channel_id, t.team_id`;
}

function mentionsOf(workspaceId: string, memberId: string): Sql {
  return sql`SELECT count(*)::int FROM conversations c
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.has_mentions AND c.status <> 'resolved'
      AND c.status NOT IN ('overheard', 'silenced')
      AND EXISTS (SELECT 1 FROM mentions me WHERE me.workspace_id = ${workspaceId}::uuid
        AND me.member_id = ${memberId}::uuid AND me.conversation_id = c.id)`;
}

function unreadOf(workspaceId: string, memberId: string): Sql {
  return sql`SELECT count(*)::int FROM (
      SELECT mine.workspace_id, mine.id, mine.last_inbound_at, mine.created_at FROM conversations mine
      WHERE mine.workspace_id = ${workspaceId}::uuid AND mine.assignee_id = ${memberId}::uuid AND mine.status = 'open'
      ORDER BY mine.last_message_at DESC, mine.id DESC LIMIT ${raw(String(MOST_LOOKED_AT))}
    ) c ${markerJoin(memberId)} WHERE ${isUnreadJoined(memberId)}`;
}
