import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { ChannelAccess, SignatureVerdict, WebhookRequest } from '../contract';
import { SIGNING_SECRET } from './manifest';

/** Standard Webhooks' tolerance, each way. */
const TOLERANCE_SECONDS = 5 * 60;
const MAX_SIGNATURES = 10;

function refused(reason: string): SignatureVerdict {
  return { ok: false, reason };
}

const keys = new Map<string, KeyObject>();
const MOST_KEYS = 1000;

/** The key of a `whsec_…` secret, kept: to make one costs three times what signing a message does. */
function keyOf(secret: string): KeyObject {
  const known = keys.get(secret);
  if (known) return known;
  const key = createSecretKey(Buffer.from(secret.replace(/^whsec_/, ''), 'base64'));
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(secret, key);
  return key;
}

function isSignedBy(secret: string, signed: readonly Uint8Array[], candidates: readonly Buffer[]): boolean {
  const hmac = createHmac('sha256', keyOf(secret));
  for (const part of signed) hmac.update(part);
  const expected = hmac.digest();
  return candidates.some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}

/**
 * Standard Webhooks over the raw bytes, any active secret. (The package's own `verify` reads the wall clock and
 * decodes the body first, so bytes that are no UTF-8 would be checked as something else.)
 * @returns the delivery's `webhook-id`, or the one reason for which it is refused
 */
export function verifyApiSignature(
  request: WebhookRequest,
  channel: ChannelAccess,
  now: Date,
): SignatureVerdict {
  const id = request.headers['webhook-id'];
  const timestamp = request.headers['webhook-timestamp'];
  const signature = request.headers['webhook-signature'];
  if (!id || !timestamp || !signature) return refused('signature_headers_missing');
  if (id.length > 512) return refused('signature_id_too_long');
  if (!/^\d{1,12}$/.test(timestamp)) return refused('signature_timestamp_invalid');
  const age = Math.floor(now.getTime() / 1000) - Number(timestamp);
  if (age > TOLERANCE_SECONDS) return refused('signature_too_old');
  if (age < -TOLERANCE_SECONDS) return refused('signature_too_new');
  const candidates = signature
    .split(' ', MAX_SIGNATURES)
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice(3), 'base64'));
  if (candidates.length === 0) return refused('signature_version_unknown');
  const secrets = channel.secrets[SIGNING_SECRET] ?? [];
  if (secrets.length === 0) return refused('signature_secret_missing');
  const signed = [Buffer.from(`${id}.${timestamp}.`), request.body];
  return secrets.some((secret) => isSignedBy(secret, signed, candidates))
    ? { ok: true, externalId: id }
    : refused('signature_mismatch');
}
