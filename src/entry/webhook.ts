import type { Connector, ParsedInbound, WebhookRequest } from '@/connectors/contract';
import { AppError, type FieldError, notFound } from '@/kernel/errors';
import { isUuid, newId } from '@/kernel/ids';
import { offers } from './offers';
import { problemResponse } from './problem';
import { storeRawEvent } from './raw-event-batch';
import { findChannel, type RoutedChannel } from './webhook-routing';

export const MAX_WEBHOOK_BYTES = 5_000_000;

/**
 * The door of every network that pushes: signature on the raw bytes, stored once by its external id, then
 * answered. What it means is found out by a job; only a sender that can mend its bodies is told at once.
 */
export async function receiveWebhook(request: Request, channelId: string): Promise<Response> {
  const requestId = newId();
  try {
    const channel = isUuid(channelId) ? await findChannel(channelId) : null;
    const connector = channel && offers().connectors.get(channel.connector);
    if (!channel || !connector) throw notFound('channel_not_found');
    const received = await readWebhook(request);
    return request.method === 'GET'
      ? answerHandshake(connector, channel, received)
      : await acceptDelivery(connector, channel, received);
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

function answerHandshake(connector: Connector, channel: RoutedChannel, received: WebhookRequest): Response {
  const answer = connector.answerHandshake?.(received, channel.access) ?? null;
  if (answer === null) throw new AppError('forbidden', 'handshake_refused');
  return new Response(answer, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

async function acceptDelivery(
  connector: Connector,
  channel: RoutedChannel,
  received: WebhookRequest,
): Promise<Response> {
  const now = new Date();
  const verdict = connector.verifySignature(received, channel.access, now);
  if (!verdict.ok) throw new AppError('unauthenticated', verdict.reason);
  const refusal = connector.manifest.tellsSenderOfRefusal
    ? refusalOf(connector.parseInbound(received.body, channel.access, now))
    : null;
  const isNew = await storeRawEvent(channel.workspaceId, {
    channelId: channel.access.id,
    externalId: verdict.externalId,
    headers: keptHeaders(received.headers),
    body: received.body,
    ...(refusal && { parked: refusal }),
  });
  if (refusal) throw new AppError('invalid_input', refusal.reason, { fields: refusal.fields });
  return Response.json({ status: isNew ? 'stored' : 'known' });
}

function refusalOf(parsed: ParsedInbound): { reason: string; fields: readonly FieldError[] } | null {
  return parsed.outcome === 'refused' ? { reason: parsed.reason, fields: parsed.fields ?? [] } : null;
}

async function readWebhook(request: Request): Promise<WebhookRequest> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > MAX_WEBHOOK_BYTES) throw new AppError('invalid_input', 'body_too_large');
  const body = new Uint8Array(await request.arrayBuffer());
  if (body.byteLength > MAX_WEBHOOK_BYTES) throw new AppError('invalid_input', 'body_too_large');
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
