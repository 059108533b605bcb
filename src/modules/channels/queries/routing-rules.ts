import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { RoutingRuleView } from '../contract/routing';
import { getChannel } from '../queries';

/** A channel's rules in the order in which they are tried. Refuses `channel_not_found`. Plan: routing_rules (workspace_id, channel_id, position). */
export async function listRoutingRules(
  { db }: Pick<TenantContext, 'db'>,
  { channelId }: { channelId: string },
): Promise<RoutingRuleView[]> {
  await getChannel({ db }, channelId);
  return db.query<RoutingRuleView>(sql`
    SELECT id, channel_id AS "channelId", name, position, is_active AS "isActive", condition, team_id AS "teamId", assign,
      load_cap AS "loadCap"
    FROM routing_rules WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid ORDER BY position, id`);
}
