import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ChannelAccess, SignatureVerdict, WebhookRequest } from '../../contract';

/** Names of the two secrets every Meta channel has. */
export const APP_SECRET = 'appSecret';
export const VERIFY_TOKEN = 'verifyToken';

function isSameText(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

/** Meta's GET handshake: the challenge to answer as plain text, or null where the verify token is not ours. */
export function answerMetaHandshake(request: WebhookRequest, channel: ChannelAccess): string | null {
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = request.query;
  if (mode !== 'subscribe' || token === undefined || challenge === undefined) return null;
  // What is sent back stays a word: nothing a browser could take for a page.
  if (!/^[\w.-]{1,256}$/.test(challenge)) return null;
  const expected = channel.secrets[VERIFY_TOKEN] ?? [];
  return expected.some((secret) => isSameText(token, secret)) ? challenge : null;
}

/** `X-Hub-Signature-256` over the raw bytes, any active app secret; the delivery's name is its body's SHA-256. */
export function verifyMetaSignature(request: WebhookRequest, channel: ChannelAccess): SignatureVerdict {
  const header = request.headers['x-hub-signature-256'];
  if (!header) return { ok: false, reason: 'signature_headers_missing' };
  const given = /^sha256=([0-9a-f]{64})$/i.exec(header)?.[1];
  if (given === undefined) return { ok: false, reason: 'signature_version_unknown' };
  const secrets = channel.secrets[APP_SECRET] ?? [];
  if (secrets.length === 0) return { ok: false, reason: 'signature_secret_missing' };
  const isOurs = secrets.some((secret) =>
    timingSafeEqual(createHmac('sha256', secret).update(request.body).digest(), Buffer.from(given, 'hex')),
  );
  if (!isOurs) return { ok: false, reason: 'signature_mismatch' };
  return { ok: true, externalId: createHash('sha256').update(request.body).digest('hex') };
}
