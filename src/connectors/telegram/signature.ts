import { createHash, timingSafeEqual } from 'node:crypto';
import type { ChannelAccess, SignatureVerdict, WebhookRequest } from '../contract';
import { isRecord, readJson } from '../contract/read-json';
import { SECRET_TOKEN } from './manifest';

function hash(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}

/** The name under which an update is stored once, whether it was pushed or asked for. */
export function nameOfUpdate(update: unknown): string | null {
  const id = isRecord(update) ? update.update_id : undefined;
  return typeof id === 'number' || (typeof id === 'string' && /^\d{1,20}$/.test(id)) ? String(id) : null;
}

/** Telegram repeats the secret token of the webhook in a header; there is no signature over the bytes. */
export function verifyTelegramToken(request: WebhookRequest, channel: ChannelAccess): SignatureVerdict {
  const given = request.headers['x-telegram-bot-api-secret-token'];
  if (!given) return { ok: false, reason: 'signature_headers_missing' };
  const secrets = channel.secrets[SECRET_TOKEN] ?? [];
  if (secrets.length === 0) return { ok: false, reason: 'signature_secret_missing' };
  const isOurs = secrets.some((secret) => timingSafeEqual(hash(given), hash(secret)));
  if (!isOurs) return { ok: false, reason: 'signature_mismatch' };
  return { ok: true, externalId: nameOfUpdate(readJson(request.body)) ?? hash(request.body).toString('hex') };
}
