import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';

/**
 * What a person search looks through, after a change to names, handles, addresses or attributes: folded, so that
 * case and accents fall away. Plan: primary keys of contacts, identities (workspace_id, contact_id).
 */
export async function refreshSearchText(db: TenantDb, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length === 0) return;
  await db.query(sql`
    UPDATE contacts c SET search_text = left(fold_text(concat_ws(' ', c.name,
      (SELECT string_agg(concat_ws(' ', nullif(i.name, c.name), i.handle, i.external_id), ' ' ORDER BY i.id)
       FROM identities i WHERE i.workspace_id = c.workspace_id AND i.contact_id = c.id),
      (SELECT string_agg(a.value, ' ' ORDER BY a.key) FROM jsonb_each_text(c.attributes) a))), 4000)
    WHERE c.workspace_id = ${db.workspaceId} AND c.id = ANY (${contactIds}::uuid[])`);
}
