import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';

/** Beyond this many a network's own search is of no use; the rest is matched on what comes in. */
const MOST_TERMS = 200;

/** What this network's own search is to be asked for. Plan: primary key. */
export async function listeningTermsFor(db: TenantDb, network: string): Promise<string[]> {
  const rows = await db.query<{ term: string }>(sql`
    SELECT DISTINCT term FROM listening_terms
    WHERE workspace_id = ${db.workspaceId} AND network IN ('', ${network}) ORDER BY term LIMIT ${MOST_TERMS}`);
  return rows.map(({ term }) => term);
}
