import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { QueryView } from '../contract';

type Reader = Pick<TenantContext, 'now'> & { db: TenantDb };

/** All searches with what they found in the last 30 days. Plan: listening_matches_newest, one range a search. */
export function listQueries({ db, now }: Reader): Promise<QueryView[]> {
  const since = new Date(now().getTime() - 30 * 86_400_000);
  return db.query<QueryView>(sql`
    SELECT q.id, q.name, q.any_of AS "anyOf", q.all_of AS "allOf", q.none_of AS "noneOf", q.networks, q.languages,
      q.is_active AS "isActive", (SELECT count(*)::int FROM listening_matches m WHERE m.workspace_id = q.workspace_id
        AND m.query_id = q.id AND m.matched_at > ${since}) AS found
    FROM listening_queries q WHERE q.workspace_id = ${db.workspaceId} ORDER BY lower(q.name), q.id`);
}
