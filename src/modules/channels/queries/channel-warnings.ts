import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { ChannelWarning } from '../contract/health';
import { daysLeft, WARNED_DAYS } from '../domain/health';

interface WarnedRow {
  channelId: string;
  name: string;
  network: string;
  isLost: boolean;
  expiresAt: Date | null;
  gapFrom: Date | null;
  parked: number;
}

/** What a banner tells admins of all channels, the most urgent first. Plan: the workspace's channels, raw_events_parked. */
export async function listChannelWarnings({
  db,
  now,
}: Pick<TenantContext, 'db' | 'now'>): Promise<ChannelWarning[]> {
  const soon = new Date(now().getTime() + Math.max(...WARNED_DAYS) * 86_400_000);
  const rows = await db.query<WarnedRow>(sql`
    SELECT c.id AS "channelId", c.name, c.network, c.state = 'needs_reconnect' AS "isLost",
      CASE WHEN c.expires_at <= ${soon} THEN c.expires_at END AS "expiresAt",
      (SELECT f.gap_from FROM channel_feeds f WHERE f.workspace_id = c.workspace_id AND f.channel_id = c.id AND f.name = 'live'
        AND f.gap_closed_at IS NULL) AS "gapFrom",
      (SELECT count(*)::int FROM raw_events r WHERE r.workspace_id = c.workspace_id AND r.channel_id = c.id AND r.state = 'parked') AS parked
    FROM channels c
    WHERE c.workspace_id = ${db.workspaceId} AND c.removed_at IS NULL AND c.state <> 'connecting' ORDER BY c.name, c.id`);
  const order = ['needs_reconnect', 'expiring', 'gap', 'parked'];
  return rows
    .flatMap((row) => warningsOf(row, now()))
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

function warningsOf(row: WarnedRow, now: Date): ChannelWarning[] {
  const { channelId, name, network, isLost, expiresAt, gapFrom, parked } = row;
  const channel = { channelId, name, network };
  const warnings: ChannelWarning[] = [];
  if (isLost) warnings.push({ kind: 'needs_reconnect', ...channel });
  else if (expiresAt) {
    warnings.push({
      kind: 'expiring',
      ...channel,
      count: daysLeft(expiresAt, now),
      at: expiresAt.toISOString(),
    });
  }
  if (gapFrom) warnings.push({ kind: 'gap', ...channel, at: gapFrom.toISOString() });
  if (parked > 0) warnings.push({ kind: 'parked', ...channel, count: parked });
  return warnings;
}
