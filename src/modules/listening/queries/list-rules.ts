import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { RuleView } from '../contract';

const SHOWN = 5;

/**
 * Rules of silence with what each silenced in the last 30 days and is silent still. Rows: one a rule, tens.
 * Plan: silencings_by_rule, one range a rule; conversations by primary key.
 */
export async function listRules({
  db,
  now,
}: Pick<TenantContext, 'now'> & { db: TenantDb }): Promise<RuleView[]> {
  const since = new Date(now().getTime() - 30 * 86_400_000);
  const rows = await db.query<Omit<RuleView, 'latest'> & { latest: RuleView['latest'] | null }>(sql`
    SELECT r.id, r.author, r.words, r.network, r.language, r.is_active AS "isActive", s.silenced, s.latest
    FROM silence_rules r CROSS JOIN LATERAL (
      SELECT count(*)::int AS silenced, jsonb_agg(jsonb_build_object('conversationId', c.id, 'author', ct.name,
          'preview', c.preview, 'silencedAt', x.silenced_at) ORDER BY x.silenced_at DESC)
          FILTER (WHERE x.place <= ${SHOWN}) AS latest
      FROM (SELECT s.conversation_id, s.silenced_at, row_number() OVER (ORDER BY s.silenced_at DESC) AS place
        FROM silencings s JOIN conversations o ON o.workspace_id = s.workspace_id AND o.id = s.conversation_id
        WHERE s.workspace_id = r.workspace_id AND s.rule_id = r.id AND s.silenced_at > ${since} AND o.status = 'silenced') x
      JOIN conversations c ON c.workspace_id = r.workspace_id AND c.id = x.conversation_id
      LEFT JOIN contacts ct ON ct.workspace_id = c.workspace_id AND ct.id = c.contact_id
    ) s
    WHERE r.workspace_id = ${db.workspaceId} ORDER BY r.created_at, r.id`);
  return rows.map((row) => ({
    ...row,
    latest: (row.latest ?? []).map((one) => ({ ...one, silencedAt: new Date(one.silencedAt).toISOString() })),
  }));
}
