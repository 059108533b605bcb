import type { ChannelAccess, Connector, ParsedInbound, WebhookRequest } from '@/connectors/contract';
import { AppError, type FieldError, notFound } from '@/kernel/errors';
import { isUuid, newId, type WorkspaceId } from '@/kernel/ids';
import { type TenantDb, tenantDb } from '@/platform/db/tenant-db';
import { type ChannelNews, gatherNews } from './channel-news';
import { jsonResponse } from './json-response';
import { offers } from './offers';
import { problemResponse } from './problem';
import { gatherBatches, type StoreBatch } from './raw-event-batch';
import { readBody } from './read-body';
import { rememberRoutes } from './webhook-routing';

const MAX_WEBHOOK_BYTES = 5_000_000;

export interface Delivery {
  channelId: string;
  externalId: string;
  headers: Record<string, string>;
  body: Uint8Array;
  parked?: { reason: string; fields: readonly FieldError[] };
}

export interface ChannelRoute {
  workspaceId: string;
  connector: string;
  access: ChannelAccess;
}

/** What the door needs of the channels module. */
export interface WebhookStore {
  findRoute(channelId: string): Promise<ChannelRoute | null>;
  storeBatch: StoreBatch<Delivery>;
  /** Writes down refused requests and handshakes; absent where nobody counts them. */
  recordNews?: (db: TenantDb, news: ChannelNews) => Promise<void>;
}

/**
 * The door of every network that pushes: signature on the raw bytes, stored once by its external id, then
 * answered. What it means is found out by a job; only a sender that can mend its bodies is told at once.
 */
export function webhookDoor({ findRoute, storeBatch, recordNews }: WebhookStore) {
  const findChannel = rememberRoutes(findRoute);
  const store = gatherBatches(storeBatch);
  const news = gatherNews(async (workspaceId, one) => recordNews?.(tenantDb(workspaceId), one));
  return async (request: Request, route: { params: Promise<Record<string, string>> }): Promise<Response> => {
    const requestId = newId();
    try {
      const { channelId } = await route.params;
      const channel = isUuid(channelId) ? await findChannel(channelId) : null;
      const connector = channel && offers().connectors.get(channel.connector);
      if (!channel || !connector) throw notFound('channel_not_found');
      const received = await readWebhook(request);
      // What is counted for a channel, and what its own secret signed: both are its workspace's (tenancy lock 1).
      const workspaceId = channel.workspaceId as WorkspaceId;
      if (received.method === 'GET') {
        const answer = answerHandshake(connector, channel, received);
        news.shookHands(workspaceId, channel.access.id, new Date());
        return answer;
      }
      const verdict = connector.verifySignature(received, channel.access, new Date());
      if (!verdict.ok) {
        news.refused(workspaceId, channel.access.id, new Date());
        throw new AppError('unauthenticated', verdict.reason);
      }
      const delivery = judgeDelivery(connector, channel, received, verdict.externalId);
      const isNew = await store(workspaceId, delivery);
      if (delivery.parked) throw new AppError('invalid_input', delivery.parked.reason, delivery.parked);
      return jsonResponse({ status: isNew ? 'stored' : 'known' });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

function answerHandshake(connector: Connector, channel: ChannelRoute, received: WebhookRequest): Response {
  const answer = connector.answerHandshake?.(received, channel.access) ?? null;
  if (answer === null) throw new AppError('forbidden', 'handshake_refused');
  const type = answer.startsWith('{') ? 'application/json' : 'text/plain; charset=utf-8';
  return new Response(answer, { headers: { 'content-type': type } });
}

/** What is stored of a delivery whose signature held. */
function judgeDelivery(
  connector: Connector,
  channel: ChannelRoute,
  received: WebhookRequest,
  externalId: string,
): Delivery {
  const parked = connector.manifest.tellsSenderOfRefusal
    ? refusalOf(connector.parseInbound(received.body, channel.access, new Date(), received.headers))
    : null;
  return {
    channelId: channel.access.id,
    externalId,
    headers: keptHeaders(received.headers),
    body: received.body,
    ...(parked && { parked }),
  };
}

function refusalOf(parsed: ParsedInbound): { reason: string; fields: readonly FieldError[] } | null {
  return parsed.outcome === 'refused' ? { reason: parsed.reason, fields: parsed.fields ?? [] } : null;
}

async function readWebhook(request: Request): Promise<WebhookRequest> {
  const body = await readBody(request, MAX_WEBHOOK_BYTES);
  return {
    method: request.method === 'GET' ? 'GET' : 'POST',
    headers: Object.fromEntries(request.headers),
    query: Object.fromEntries(new URL(request.url).searchParams),
    body,
  };
}

/** What helps to understand a delivery later; never cookies or authorisation. */
function keptHeaders(headers: WebhookRequest['headers']): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) =>
    /^(content-type|user-agent|webhook-|x-)/.test(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}
