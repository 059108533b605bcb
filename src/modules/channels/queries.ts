import { z } from 'zod';
import type { ChannelAccess, ConnectorManifest } from '@/connectors/contract';
import { notFound } from '@/kernel/errors';
import { decodeCursor, type Page, toPage } from '@/kernel/pagination';
import type { TenantContext } from '@/platform/context/context';
import { empty, sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import type { TenantDb } from '@/platform/db/tenant-db';
import { env } from '@/platform/env';
import type { ChannelSummary, ConnectorOffer, listRawEventsInput, RawEventView } from './contract';
import { openSecrets, type SealedSecret } from './store/secrets';

interface ChannelRow extends Omit<ChannelSummary, 'webhookUrl' | 'lastEventAt' | 'lastSentAt'> {
  lastEventAt: Date | null;
  lastSentAt: Date | null;
}

export function webhookUrl(channelId: string): string {
  return `${env().PUBLIC_URL}/api/webhooks/${channelId}`;
}

/** All channels by name; a workspace has dozens at most. */
export async function listChannels(context: Pick<TenantContext, 'db'>): Promise<ChannelSummary[]> {
  return selectChannels(context.db, empty);
}

/** @throws not_found */
export async function getChannel(
  context: Pick<TenantContext, 'db'>,
  channelId: string,
): Promise<ChannelSummary> {
  const [channel] = await selectChannels(context.db, sql`AND c.id = ${channelId}::uuid`);
  if (!channel) throw notFound('channel_not_found');
  return channel;
}

/**
 * The last event is the last one received, applied or not (a replay is none). Plan: primary key; the end of raw_events (workspace_id,
 * channel_id, received_at); counts over the partial indexes raw_events_pending and raw_events_parked.
 */
async function selectChannels(db: TenantDb, condition: ReturnType<typeof sql>): Promise<ChannelSummary[]> {
  const rows = await db.query<ChannelRow>(sql`
    SELECT c.id, c.name, c.connector, c.network, c.state, c.state_reason AS "stateReason", c.team_id AS "teamId",
      c.expectation_minutes AS "expectationMinutes", c.settings,
      coalesce((SELECT max(r.received_at) FROM raw_events r
        WHERE r.workspace_id = c.workspace_id AND r.channel_id = c.id), c.last_event_at) AS "lastEventAt",
      c.last_sent_at AS "lastSentAt",
      (SELECT count(*)::int FROM raw_events r WHERE r.workspace_id = c.workspace_id AND r.channel_id = c.id AND r.state = 'pending') AS pending,
      (SELECT count(*)::int FROM raw_events r WHERE r.workspace_id = c.workspace_id AND r.channel_id = c.id AND r.state = 'parked') AS parked,
      (SELECT count(*)::int FROM deliveries d WHERE d.workspace_id = c.workspace_id AND d.channel_id = c.id AND d.state = 'failed') AS failed
    FROM channels c
    WHERE c.workspace_id = ${db.workspaceId} AND c.removed_at IS NULL ${condition}
    ORDER BY c.name, c.id`);
  return rows.map((row) => ({
    ...row,
    webhookUrl: webhookUrl(row.id),
    lastEventAt: row.lastEventAt?.toISOString() ?? null,
    lastSentAt: row.lastSentAt?.toISOString() ?? null,
  }));
}

/** Every connector as a form needs it, in the registry's order. */
export function listConnectorOffers({ offers }: Pick<TenantContext, 'offers'>): ConnectorOffer[] {
  return offers.connectors.all().map(({ manifest }) => ({
    name: manifest.network,
    network: manifest.network,
    settings: settingsOf(manifest),
    secrets: manifest.secrets.map(({ name, origin, isRequired }) => ({ name, origin, isRequired })),
    hasWebhook: manifest.capabilities.ingest.includes('webhook'),
    canReply: manifest.capabilities.reply,
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

/** Why a channel does not work as it should; an empty list is good news. */
export type ChannelProblem =
  | 'connector_unknown'
  | 'settings_invalid'
  | 'secrets_unreadable'
  | 'secret_missing'
  | 'needs_reconnect'
  | 'events_parked'
  | 'deliveries_failed';

export interface ChannelCheck extends ChannelSummary {
  problems: ChannelProblem[];
}

/** Every channel with what is wrong with it, secrets opened to see that they can be. */
export async function checkChannels(context: Pick<TenantContext, 'db' | 'offers'>): Promise<ChannelCheck[]> {
  const checks: ChannelCheck[] = [];
  for (const channel of await listChannels(context)) {
    checks.push({
      ...channel,
      problems: [...(await setUpProblems(context, channel)), ...lastingProblems(channel)],
    });
  }
  return checks;
}

async function setUpProblems(
  { db, offers }: Pick<TenantContext, 'db' | 'offers'>,
  { id, connector: name, settings }: ChannelSummary,
): Promise<ChannelProblem[]> {
  const manifest = offers.connectors.get(name)?.manifest;
  if (!manifest) return ['connector_unknown'];
  const problems: ChannelProblem[] = manifest.settings.safeParse(settings).success
    ? []
    : ['settings_invalid'];
  const access = await getChannelAccess(db, id).catch(() => null);
  if (!access) return [...problems, 'secrets_unreadable'];
  const isMissing = manifest.secrets.some((spec) => spec.isRequired && !access.secrets[spec.name]?.length);
  return isMissing ? [...problems, 'secret_missing'] : problems;
}

function lastingProblems({ state, parked, failed }: ChannelSummary): ChannelProblem[] {
  return [
    ...(state === 'needs_reconnect' ? (['needs_reconnect'] as const) : []),
    ...(parked > 0 ? (['events_parked'] as const) : []),
    ...(failed > 0 ? (['deliveries_failed'] as const) : []),
  ];
}

interface RawEventRow extends Omit<RawEventView, 'receivedAt' | 'processedAt' | 'excerpt'> {
  beginning: Buffer;
  receivedAt: Date;
  processedAt: Date | null;
}

/** Newest first. Refuses `channel_not_found`. Plan: raw_events (workspace_id, channel_id, received_at) backwards. */
export async function listRawEvents(
  context: Pick<TenantContext, 'db'>,
  { channelId, state, limit, cursor }: z.output<typeof listRawEventsInput>,
): Promise<Page<RawEventView>> {
  const { db } = context;
  await getChannel(context, channelId);
  const [receivedAt, id] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [];
  const rows = await db.query<RawEventRow>(sql`
    SELECT id, external_id AS "externalId", state, reason, detail, attempts, received_at AS "receivedAt",
      processed_at AS "processedAt", length(body) AS size,
      substring(body FROM 1 FOR 600) AS beginning
    FROM raw_events
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid
      ${state ? sql`AND state = ${state}` : empty}
      ${cursor ? sql`AND (received_at, id) < (${receivedAt}::timestamptz, ${id}::uuid)` : empty}
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
