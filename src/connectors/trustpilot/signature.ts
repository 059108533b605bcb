import { createHash, timingSafeEqual } from 'node:crypto';
import type { ChannelAccess, SignatureVerdict, WebhookRequest } from '../contract';
import { WEBHOOK_PASSWORD } from './manifest';

/**
 * Trustpilot signs nothing. It calls the address it was given with the user and password in it
 * (`https://rapport:<password>@…`), which travel as basic authentication; what it says is fetched again by id before
 * it counts. A delivery has no id of its own: its bytes name it.
 */
export function verifyTrustpilotPassword(request: WebhookRequest, channel: ChannelAccess): SignatureVerdict {
  const header = request.headers.authorization;
  if (!header) return { ok: false, reason: 'signature_headers_missing' };
  const encoded = /^basic ([a-z0-9+/=]{1,400})$/i.exec(header)?.[1];
  if (encoded === undefined) return { ok: false, reason: 'signature_version_unknown' };
  const given = Buffer.from(encoded, 'base64').toString();
  const password = given.slice(given.indexOf(':') + 1);
  const secrets = channel.secrets[WEBHOOK_PASSWORD] ?? [];
  if (secrets.length === 0) return { ok: false, reason: 'signature_secret_missing' };
  const isOurs = secrets.some((secret) => timingSafeEqual(digestOf(secret), digestOf(password)));
  if (!isOurs) return { ok: false, reason: 'signature_mismatch' };
  return { ok: true, externalId: createHash('sha256').update(request.body).digest('hex') };
}

/** Of one length whatever the text's, so that comparing tells nothing of it. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
