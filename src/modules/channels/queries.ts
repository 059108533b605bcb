import { z } from 'zod';
import type { ChannelAccess, ConnectorManifest } from '@/connectors/contract';
import { notFound } from '@/kernel/errors';
import { decodeCursor, type Page, toPage } from '@/kernel/pagination';
import type { TenantContext } from '@/platform/context/context';
import { empty, sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import type { TenantDb } from '@/platform/db/tenant-db';
import type {
  ChannelDetail,
  ChannelSummary,
  ConnectorOffer,
  listRawEventsInput,
  RawEventView,
} from './contract';
import { selectChannelRows } from './store/channel-rows';
import { toMeasured, toSummary } from './store/channel-views';
import { openSecrets, type SealedSecret } from './store/secrets';

/** All channels but those that are still being connected, by name; a workspace has dozens at most. */
export async function listChannels(context: Pick<TenantContext, 'db'>): Promise<ChannelSummary[]> {
  const rows = await selectChannelRows(context.db, sql`AND c.state <> 'connecting'`);
  return rows.map((row) => toSummary(row, new Date()));
}

/** Those that were begun and not finished, by name. */
export async function listUnfinishedChannels(context: Pick<TenantContext, 'db'>): Promise<ChannelSummary[]> {
  const rows = await selectChannelRows(context.db, sql`AND c.state = 'connecting'`);
  return rows.map((row) => toSummary(row, new Date()));
}

/** Names and networks only, for the inbox. Plan: primary key. */
export function listChannelNames({
  db,
}: Pick<TenantContext, 'db'>): Promise<Pick<ChannelSummary, 'id' | 'name' | 'network'>[]> {
  return db.query(sql`
    SELECT id, name, network FROM channels
    WHERE workspace_id = ${db.workspaceId} AND removed_at IS NULL AND state <> 'connecting' ORDER BY name, id`);
}

/** @throws not_found */
export async function getChannel(
  context: Pick<TenantContext, 'db'>,
  channelId: string,
): Promise<ChannelSummary> {
  const [row] = await selectChannelRows(context.db, sql`AND c.id = ${channelId}::uuid`);
  if (!row) throw notFound('channel_not_found');
  return toSummary(row, new Date());
}

/** Everything a channel's page shows. Refuses `channel_not_found`. */
export async function getChannelDetail(
  { db, offers, now }: Pick<TenantContext, 'db' | 'offers' | 'now'>,
  channelId: string,
): Promise<ChannelDetail> {
  const [rows, [counts]] = await Promise.all([
    selectChannelRows(db, sql`AND c.id = ${channelId}::uuid`),
    db.query<{ open: number; total: number; routingRules: number }>(sql`
      SELECT coalesce(sum(t.difference) FILTER (WHERE t.status = 'open'), 0)::int AS open, coalesce(sum(t.difference), 0)::int AS total,
        (SELECT count(*)::int FROM routing_rules r
          WHERE r.workspace_id = ${db.workspaceId} AND r.channel_id = ${channelId}::uuid) AS "routingRules"
      FROM conversation_tallies t WHERE t.workspace_id = ${db.workspaceId} AND t.channel_id = ${channelId}::uuid`),
  ]);
  const row = rows[0];
  if (!row) throw notFound('channel_not_found');
  const connector = offers.connectors.get(row.connector);
  const { open = 0, total = 0, routingRules = 0 } = counts ?? {};
  return {
    ...toSummary(row, now()),
    conversations: { open, total },
    measured: toMeasured(row, connector?.manifest.rateLimits, now()),
    missingScopes: row.missingScopes,
    canAuthorize: connector?.authorize !== undefined,
    routingRules,
  };
}

/** Every connector as a form needs it, in the registry's order. */
export function listConnectorOffers({ offers }: Pick<TenantContext, 'offers'>): ConnectorOffer[] {
  return offers.connectors.all().map(({ manifest, poll, authorize }) => ({
    name: manifest.network,
    network: manifest.network,
    settings: settingsOf(manifest),
    secrets: manifest.secrets.map(({ name, origin, isRequired }) => ({ name, origin, isRequired })),
    hasWebhook: manifest.capabilities.ingest.includes('webhook'),
    canReply: manifest.capabilities.reply,
    canAsk: poll !== undefined,
    canAuthorize: authorize !== undefined,
    steps: (manifest.setup ?? []).map(({ name: step }) => step),
    costs: [...(manifest.costs ?? [])],
    isForIntegrators: manifest.tellsSenderOfRefusal,
  }));
}

function settingsOf({ settings }: ConnectorManifest): ConnectorOffer['settings'] {
  const { properties = {}, required = [] } = z.toJSONSchema(settings, {
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.keys(properties).map((name) => ({ name, isRequired: required.includes(name) }));
}

/** A channel with its secrets opened, for the code that speaks to its network. Null where it was removed. */
export async function getChannelAccess(
  db: TenantDb,
  channelId: string,
): Promise<(ChannelAccess & { connector: string; state: string }) | null> {
  const [channels, secrets] = await db.pipeline<
    [{ connector: string; state: string; settings: Record<string, unknown> }[], SealedSecret[]]
  >(
    sql`SELECT connector, state, settings FROM channels
        WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid AND removed_at IS NULL`,
    sql`SELECT id, name, sealed FROM channel_secrets
        WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND (retires_at IS NULL OR retires_at > now())
        ORDER BY created_at DESC, id DESC`,
  );
  const channel = channels[0];
  if (!channel) return null;
  return { id: channelId, ...channel, secrets: openSecrets(db.workspaceId, secrets) };
}

interface RawEventRow extends Omit<RawEventView, 'receivedAt' | 'processedAt' | 'excerpt'> {
  beginning: Buffer;
  receivedAt: Date;
  processedAt: Date | null;
}

/** Bodies are bytes without an index: a search looks at so many and no more. */
const SEARCHED_EVENTS = 5000;

/** The text as it stands, or as JSON writes it that escapes everything beyond ASCII. */
function holds(q: string) {
  const escaped = q.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return sql`(strpos(lower(external_id), lower(${q})) > 0 OR position(${Buffer.from(q)}::bytea IN body) > 0
    OR position(${Buffer.from(escaped)}::bytea IN body) > 0)`;
}

/** Newest first. Refuses `channel_not_found`. Plan: raw_events (workspace_id, channel_id, received_at) backwards. */
export async function listRawEvents(
  context: Pick<TenantContext, 'db'>,
  { channelId, state, q, limit, cursor }: z.output<typeof listRawEventsInput>,
): Promise<Page<RawEventView>> {
  const { db } = context;
  await getChannel(context, channelId);
  const [receivedAt, id] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [];
  const rows = await db.query<RawEventRow>(sql`
    SELECT id, external_id AS "externalId", state, reason, detail, attempts, received_at AS "receivedAt",
      processed_at AS "processedAt", length(body) AS size,
      substring(body FROM 1 FOR 600) AS beginning
    FROM (
      SELECT * FROM raw_events
      WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid
        ${state ? sql`AND state = ${state}` : empty}
        ${cursor ? sql`AND (received_at, id) < (${receivedAt}::timestamptz, ${id}::uuid)` : empty}
      ORDER BY received_at DESC, id DESC LIMIT ${q ? SEARCHED_EVENTS : limit + 1}
    ) r
    ${q ? sql`WHERE ${holds(q)}` : empty}
    ORDER BY received_at DESC, id DESC LIMIT ${limit + 1}`);
  const page = toPage(rows, limit, (row) => [row.receivedAt.toISOString(), row.id]);
  return {
    ...page,
    data: page.data.map(({ beginning, ...row }) => ({
      ...row,
      excerpt: beginning.toString('utf8'),
      receivedAt: row.receivedAt.toISOString(),
      processedAt: row.processedAt?.toISOString() ?? null,
    })),
  };
}

export interface ChannelRoute {
  workspaceId: string;
  connector: string;
  access: ChannelAccess;
}

interface RouteRow {
  workspace_id: string;
  connector: string;
  settings: Record<string, unknown>;
  secrets: { id: string; name: string; sealed: string }[];
}

/** Before any workspace is known: the channel a webhook's address names, its secrets opened; null where there is none. */
export async function findChannelRoute(channelId: string): Promise<ChannelRoute | null> {
  const [row] = await systemDb('webhook-routing').query<RouteRow>(
    sql`SELECT workspace_id, connector, settings, secrets FROM system_channel(${channelId}::uuid)`,
  );
  if (!row) return null;
  const sealed = row.secrets.map(({ id, name, sealed: text }) => ({
    id,
    name,
    sealed: Buffer.from(text, 'base64'),
  }));
  return {
    workspaceId: row.workspace_id,
    connector: row.connector,
    access: { id: channelId, settings: row.settings, secrets: openSecrets(row.workspace_id, sealed) },
  };
}
