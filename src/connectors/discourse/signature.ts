import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ChannelAccess, SignatureVerdict, WebhookRequest } from '../contract';
import { WEBHOOK_SECRET } from './manifest';

/**
 * `X-Discourse-Event-Signature` over the raw bytes, any active secret. The delivery's name is its event id, made
 * with the body: a forum set up anew counts its events from one again.
 */
export function verifyDiscourseSignature(request: WebhookRequest, channel: ChannelAccess): SignatureVerdict {
  const header = request.headers['x-discourse-event-signature'];
  const eventId = request.headers['x-discourse-event-id'];
  if (!header || !eventId) return { ok: false, reason: 'signature_headers_missing' };
  const given = /^sha256=([0-9a-f]{64})$/i.exec(header)?.[1];
  if (given === undefined) return { ok: false, reason: 'signature_version_unknown' };
  if (eventId.length > 64) return { ok: false, reason: 'signature_id_too_long' };
  const secrets = channel.secrets[WEBHOOK_SECRET] ?? [];
  if (secrets.length === 0) return { ok: false, reason: 'signature_secret_missing' };
  const isOurs = secrets.some((secret) =>
    timingSafeEqual(createHmac('sha256', secret).update(request.body).digest(), Buffer.from(given, 'hex')),
  );
  if (!isOurs) return { ok: false, reason: 'signature_mismatch' };
  const digest = createHash('sha256').update(request.body).digest('hex').slice(0, 16);
  return { ok: true, externalId: `${eventId}.${digest}` };
}
