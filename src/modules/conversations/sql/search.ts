import type { CursorPosition } from '@/kernel/pagination';
import { type Sql, sql } from '@/platform/db/sql';

/** People by any part of name or handle, with how many there are. Plan: function scan (GIN inside), then primary keys. */
export function foundPeopleSql(workspaceId: string, typed: string, limit: number): Sql {
  return sql`SELECT ct.id, ct.name, ct.avatar_url AS "avatarUrl", f.total,
      ARRAY (SELECT coalesce(i.handle, i.external_id) FROM identities i
        WHERE i.workspace_id = ct.workspace_id AND i.contact_id = ct.id ORDER BY i.created_at LIMIT 3) AS handles
    FROM search_contacts(${typed}::text, 0, ${limit}::int) WITH ORDINALITY AS f(contact_id, similarity, total, position)
    JOIN contacts ct ON ct.workspace_id = ${workspaceId}::uuid AND ct.id = f.contact_id
    ORDER BY f.position`;
}

/** Messages that match, newest first, each with its conversation. Plan: function scan, then primary keys. */
export function foundMessagesSql(
  workspaceId: string,
  typed: string,
  before: CursorPosition | null,
  limit: number,
): Sql {
  return sql`SELECT msg.id, msg.conversation_id, msg.text, msg.direction, msg.sent_at, msg.contact_id, msg.member_id,
      a.name AS contact_name, a.avatar_url AS contact_avatar_url, mb.display_name AS member_name,
      c.subject, c.status, c.network, c.channel_id, ch.name AS channel_name,
      c.contact_id AS person_id, p.name AS person_name, p.avatar_url AS person_avatar_url
    FROM search_messages(${typed}::text, ${before?.[0] ?? 'infinity'}::timestamptz,
      ${before?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid, ${limit}::int) f
    JOIN messages msg ON msg.workspace_id = ${workspaceId}::uuid AND msg.id = f.message_id
    JOIN conversations c ON c.workspace_id = msg.workspace_id AND c.id = msg.conversation_id
    JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
    LEFT JOIN contacts a ON a.workspace_id = msg.workspace_id AND a.id = msg.contact_id
    LEFT JOIN contacts p ON p.workspace_id = c.workspace_id AND p.id = c.contact_id
    LEFT JOIN memberships mb ON mb.workspace_id = msg.workspace_id AND mb.id = msg.member_id
    ORDER BY msg.sent_at DESC, msg.id DESC`;
}
