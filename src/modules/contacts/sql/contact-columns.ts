import { type Sql, sql } from '@/platform/db/sql';

/** Everything a contact's row shows, of the few contacts `ct` that are shown: look-ups by key. */
export const summaryColumns: Sql = sql`ct.id, ct.name, ct.avatar_url AS "avatarUrl", ct.language, ct.location,
  ct.created_at AS "createdAt",
  ARRAY (SELECT DISTINCT i.network FROM identities i
    WHERE i.workspace_id = ct.workspace_id AND i.contact_id = ct.id ORDER BY i.network) AS networks,
  (SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color) ORDER BY t.name)
    FROM contact_tags x JOIN tags t ON t.workspace_id = x.workspace_id AND t.id = x.tag_id
    WHERE x.workspace_id = ct.workspace_id AND x.contact_id = ct.id) AS tags`;

/** One contact with organization and owner. Plan: primary keys. */
export function contactDetailSql(workspaceId: string, contactId: string | Sql): Sql {
  return sql`SELECT ${summaryColumns}, ct.attributes, ct.updated_at AS "updatedAt",
      o.id AS organization_id, o.name AS organization_name, m.id AS owner_id, m.display_name AS owner_name
    FROM contacts ct
    LEFT JOIN organizations o ON o.workspace_id = ct.workspace_id AND o.id = ct.organization_id
    LEFT JOIN memberships m ON m.workspace_id = ct.workspace_id AND m.id = ct.owner_id
    WHERE ct.workspace_id = ${workspaceId}::uuid AND ct.id = ${contactId}::uuid`;
}

/** By network, so that somebody's place on it never moves. Plan: identities_workspace_id_contact_id_idx; a handful of rows. */
export function identitiesSql(workspaceId: string, contactId: string | Sql): Sql {
  return sql`SELECT id, network, external_id AS "externalId", name, handle, avatar_url AS "avatarUrl",
      profile_url AS "profileUrl", is_verified AS "isVerified"
    FROM identities WHERE workspace_id = ${workspaceId}::uuid AND contact_id = ${contactId}::uuid
    ORDER BY network, created_at, id`;
}

/** Newest first. Plan: contact_notes_workspace_id_contact_id_created_at_idx. */
export function notesSql(workspaceId: string, contactId: string | Sql): Sql {
  return sql`SELECT n.id, n.text, n.member_id AS "memberId", m.display_name AS "memberName",
      n.created_at AS "createdAt", n.updated_at AS "updatedAt"
    FROM contact_notes n JOIN memberships m ON m.workspace_id = n.workspace_id AND m.id = n.member_id
    WHERE n.workspace_id = ${workspaceId}::uuid AND n.contact_id = ${contactId}::uuid
    ORDER BY n.created_at DESC, n.id DESC LIMIT 200`;
}
