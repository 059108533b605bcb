import type { Connector } from '@/connectors/contract';
import type { ChannelAccount, SetupStep } from '@/connectors/contract/connecting';
import { notFound } from '@/kernel/errors';
import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { ChannelSummary } from '../contract';

/** A channel as the guided way sees it. */
export interface ConnectingRow {
  id: string;
  connector: string;
  network: ChannelSummary['network'];
  name: string;
  state: ChannelSummary['state'];
  settings: Record<string, unknown>;
  account: ChannelAccount | null;
  expiresAt: Date | null;
  missingScopes: string[];
  checkedAt: Date | null;
  checkReason: string | null;
  checkDetail: string | null;
  handshakeAt: Date | null;
  refusedCount: number;
  refusedAt: Date | null;
  /** Names of the secrets that are stored, each with when. */
  secrets: Record<string, string>;
  received: number;
  lastReceivedAt: Date | null;
  /** Of those the network brought itself: what was asked for comes without headers. */
  lastDeliveredAt: Date | null;
}

/** Plan: primary key; channel_secrets and raw_events by channel. Refuses `channel_not_found`. */
export async function findConnecting(
  { db, offers }: Pick<TenantContext, 'offers'> & { db: TenantDb },
  channelId: string,
): Promise<{ row: ConnectingRow; connector: Connector }> {
  const [row] = await db.query<ConnectingRow>(sql`
    SELECT c.id, c.connector, c.network, c.name, c.state, c.settings, c.account, c.expires_at AS "expiresAt",
      c.missing_scopes AS "missingScopes", c.checked_at AS "checkedAt", c.check_reason AS "checkReason",
      c.check_detail AS "checkDetail", c.handshake_at AS "handshakeAt", c.refused_count AS "refusedCount",
      c.refused_at AS "refusedAt", s.secrets, r.received, r.last AS "lastReceivedAt",
      r.delivered AS "lastDeliveredAt"
    FROM channels c
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_object_agg(x.name, x.at), '{}') AS secrets FROM (
        SELECT s.name, max(s.created_at) AS at FROM channel_secrets s
        WHERE s.workspace_id = c.workspace_id AND s.channel_id = c.id AND s.retires_at IS NULL GROUP BY s.name) x
    ) s
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS received, max(e.received_at) AS last,
        max(e.received_at) FILTER (WHERE e.headers <> '{}') AS delivered FROM (
        SELECT received_at, headers FROM raw_events e WHERE e.workspace_id = c.workspace_id AND e.channel_id = c.id
        ORDER BY received_at DESC LIMIT 100) e
    ) r
    WHERE c.workspace_id = ${db.workspaceId} AND c.id = ${channelId}::uuid AND c.removed_at IS NULL`);
  const connector = row && offers.connectors.get(row.connector);
  if (!row || !connector) throw notFound('channel_not_found');
  return { row, connector };
}

/** The connector's steps; one with everything where it names none. */
export function stepsOf({ manifest }: Connector): readonly SetupStep[] {
  if (manifest.setup?.length) return manifest.setup;
  const asks = manifest.secrets.filter(({ origin }) => origin === 'entered').map(({ name }) => name);
  return [{ name: 'access', asks: [...settingNames(manifest.settings), ...asks] }];
}

/** Names of the settings a connector knows. */
export function settingNames(settings: Connector['manifest']['settings']): string[] {
  const { shape } = settings as { shape?: Record<string, unknown> };
  return Object.keys(shape ?? {});
}

/** The connected channel that speaks as this account already, or undefined. Plan: the workspace's channels. */
export async function findSameAccount(
  db: TenantDb,
  { id, connector }: Pick<ConnectingRow, 'id' | 'connector'>,
  accountId: string,
): Promise<{ id: string; name: string } | undefined> {
  const [same] = await db.query<{ id: string; name: string }>(sql`
    SELECT id, name FROM channels
    WHERE workspace_id = ${db.workspaceId} AND connector = ${connector} AND removed_at IS NULL AND state <> 'connecting'
      AND account ->> 'externalId' = ${accountId} AND id <> ${id}::uuid LIMIT 1`);
  return same;
}
