import type { ChannelAccess, Connector, ParsedInbound, WebhookRequest } from '@/connectors/contract';
import { AppError, type FieldError, notFound } from '@/kernel/errors';
import { isUuid, newId, type WorkspaceId } from '@/kernel/ids';
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
}

/**
 * The door of every network that pushes: signature on the raw bytes, stored once by its external id, then
 * answered. What it means is found out by a job; only a sender that can mend its bodies is told at once.
 */
export function webhookDoor({ findRoute, storeBatch }: WebhookStore) {
  const findChannel = rememberRoutes(findRoute);
  const store = gatherBatches(storeBatch);
  return async (request: Request, route: { params: Promise<Record<string, string>> }): Promise<Response> => {
    const requestId = newId();
    try {
      const { channelId } = await route.params;
      const channel = isUuid(channelId) ? await findChannel(channelId) : null;
      const connector = channel && offers().connectors.get(channel.connector);
      if (!channel || !connector) throw notFound('channel_not_found');
      const received = await readWebhook(request);
      if (received.method === 'GET') return answerHandshake(connector, channel, received);
      const delivery = judgeDelivery(connector, channel, received);
      // The channel's own secret signed this: it is the proof of the workspace (tenancy lock 1).
      const isNew = await store(channel.workspaceId as WorkspaceId, delivery);
      if (delivery.parked) throw new AppError('invalid_input', delivery.parked.reason, delivery.parked);
      return Response.json({ status: isNew ? 'stored' : 'known' });
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

/** @throws unauthenticated where the signature is not the channel's */
function judgeDelivery(connector: Connector, channel: ChannelRoute, received: WebhookRequest): Delivery {
  const now = new Date();
  const verdict = connector.verifySignature(received, channel.access, now);
  if (!verdict.ok) throw new AppError('unauthenticated', verdict.reason);
  const parked = connector.manifest.tellsSenderOfRefusal
    ? refusalOf(connector.parseInbound(received.body, channel.access, now, received.headers))
    : null;
  return {
    channelId: channel.access.id,
    externalId: verdict.externalId,
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
