import { type Sql, sql } from '@/platform/db/sql';

/**
 * True where something came that the member has not read. `c` is a conversation. A marker set to the beginning of
 * time says "unread" even where nobody but us wrote; what came before the member joined counts as read.
 * Plan: one look-up by read_markers' primary key per row, the membership once.
 */
export function isUnread(memberId: string): Sql {
  return sql`coalesce((SELECT r.read_at < coalesce(c.last_inbound_at, c.created_at) FROM read_markers r
    WHERE r.workspace_id = c.workspace_id AND r.member_id = ${memberId}::uuid AND r.conversation_id = c.id),
    c.last_inbound_at > (SELECT w.created_at FROM memberships w
      WHERE w.id = ${memberId}::uuid), false)`;
}

/** As `isUnread`, where `rm` is the member's marker, joined: dearer for one row, several times cheaper for thousands. */
export function isUnreadJoined(memberId: string): Sql {
  return sql`coalesce(rm.read_at < coalesce(c.last_inbound_at, c.created_at),
    c.last_inbound_at > (SELECT w.created_at FROM memberships w WHERE w.id = ${memberId}::uuid), false)`;
}

/** The member's marker of each `c`. */
export function markerJoin(memberId: string): Sql {
  return sql`LEFT JOIN read_markers rm ON rm.workspace_id = c.workspace_id AND rm.member_id = ${memberId}::uuid
    AND rm.conversation_id = c.id`;
}

/** Everything a row of the list shows, of the few conversations `c` that are shown: primary-key look-ups only. */
export function summaryColumns(memberId: string): Sql {
  return sql`${plainColumns(memberId)},
    (SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color))
      FROM conversation_tags x JOIN tags t ON t.workspace_id = x.workspace_id AND t.id = x.tag_id
      WHERE x.workspace_id = c.workspace_id AND x.conversation_id = c.id) AS tags`;
}

/**
 * As `summaryColumns`, for a page of rows: of each tag only its id. The workspace's tags, read once beside the page,
 * are a third cheaper for the whole statement than a look-up and an aggregate of JSON for every row.
 */
export function listColumns(memberId: string): Sql {
  return sql`${plainColumns(memberId)},
    ARRAY (SELECT x.tag_id FROM conversation_tags x
      WHERE x.workspace_id = c.workspace_id AND x.conversation_id = c.id) AS tag_ids`;
}

/** The tags `listColumns` names; a workspace has hundreds at most. */
export function tagsSql(workspaceId: string): Sql {
  return sql`SELECT id, name, color FROM tags WHERE workspace_id = ${workspaceId}::uuid`;
}

function plainColumns(memberId: string): Sql {
  return sql`c.id, c.channel_id, ch.name AS channel_name, c.network, c.contact_id, ct.name AS contact_name,
    ct.avatar_url AS contact_avatar_url, ct.attention_weight, c.kind, c.visibility, c.subject, c.preview,
    c.preview_direction, c.status, c.priority, c.assignee_id, m.display_name AS assignee_name, c.team_id, c.language,
    c.waiting_since, c.due_at, c.attention_at, c.snoozed_until, c.last_message_at, c.message_count,
    c.matched_terms, c.spreading_since,
    ${isUnreadJoined(memberId)} AS is_unread`;
}

/** What `summaryColumns` needs beside `c`. */
export function summaryJoins(memberId: string): Sql {
  return sql`
  JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
  LEFT JOIN contacts ct ON ct.workspace_id = c.workspace_id AND ct.id = c.contact_id
  LEFT JOIN memberships m ON m.workspace_id = c.workspace_id AND m.id = c.assignee_id
  ${markerJoin(memberId)}`;
}
