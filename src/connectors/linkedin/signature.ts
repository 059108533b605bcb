import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ChannelAccess, SignatureVerdict, WebhookRequest } from '../contract';
import { CLIENT_SECRET } from './manifest';

/** LinkedIn's challenge: the code and its signature as JSON; null where there is nothing to sign. */
export function answerLinkedinHandshake(request: WebhookRequest, channel: ChannelAccess): string | null {
  const { challengeCode } = request.query;
  const secret = channel.secrets[CLIENT_SECRET]?.[0];
  if (!challengeCode || !/^[\w-]{1,256}$/.test(challengeCode) || secret === undefined) return null;
  const challengeResponse = createHmac('sha256', secret).update(challengeCode).digest('hex');
  return JSON.stringify({ challengeCode, challengeResponse });
}

/** `X-LI-Signature` over `hmacsha256=` and the raw bytes, any active secret; the delivery's name is its body's SHA-256. */
export function verifyLinkedinSignature(request: WebhookRequest, channel: ChannelAccess): SignatureVerdict {
  const header = request.headers['x-li-signature'];
  if (!header) return { ok: false, reason: 'signature_headers_missing' };
  // The prefix belongs to the signed text; before the digest itself it is let pass.
  const given = /^(?:hmacsha256=)?([0-9a-f]{64})$/i.exec(header)?.[1];
  if (given === undefined) return { ok: false, reason: 'signature_version_unknown' };
  const secrets = channel.secrets[CLIENT_SECRET] ?? [];
  if (secrets.length === 0) return { ok: false, reason: 'signature_secret_missing' };
  const isOurs = secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update('hmacsha256=').update(request.body).digest();
    return timingSafeEqual(expected, Buffer.from(given, 'hex'));
  });
  if (!isOurs) return { ok: false, reason: 'signature_mismatch' };
  return { ok: true, externalId: createHash('sha256').update(request.body).digest('hex') };
}
