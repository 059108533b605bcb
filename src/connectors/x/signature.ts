import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ChannelAccess, SignatureVerdict, WebhookRequest } from '../contract';
import { isRecord, readJson } from '../contract/read-json';
import { CLIENT_SECRET, CONSUMER_SECRET } from './manifest';

/** The first is signed with the OAuth 2.0 client secret, the second, older one with the consumer secret. */
const HEADERS = ['x-twitter-webhooks-signature-oauth2', 'x-twitter-webhooks-signature'] as const;

function secretsOf(channel: ChannelAccess): readonly string[] {
  return [...(channel.secrets[CLIENT_SECRET] ?? []), ...(channel.secrets[CONSUMER_SECRET] ?? [])];
}

/** The challenge-response check: the token signed with the client secret, as JSON; null where there is nothing to sign. */
export function answerXHandshake(request: WebhookRequest, channel: ChannelAccess): string | null {
  const token = request.query.crc_token;
  const [secret] = secretsOf(channel);
  if (!token || token.length > 512 || secret === undefined) return null;
  const digest = createHmac('sha256', secret).update(token).digest('base64');
  return JSON.stringify({ response_token: `sha256=${digest}` });
}

/** Either signature header over the raw bytes, any active secret; an activity is named by its own id and kind. */
export function verifyXSignature(request: WebhookRequest, channel: ChannelAccess): SignatureVerdict {
  const given = HEADERS.flatMap((name) => request.headers[name] || []);
  if (given.length === 0) return { ok: false, reason: 'signature_headers_missing' };
  const candidates = given.flatMap((value) => {
    const encoded = /^sha256=([A-Za-z0-9+/]{43}=)$/.exec(value)?.[1];
    return encoded === undefined ? [] : [Buffer.from(encoded, 'base64')];
  });
  if (candidates.length === 0) return { ok: false, reason: 'signature_version_unknown' };
  const secrets = secretsOf(channel);
  if (secrets.length === 0) return { ok: false, reason: 'signature_secret_missing' };
  const isOurs = secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(request.body).digest();
    return candidates.some((candidate) => timingSafeEqual(candidate, expected));
  });
  return isOurs
    ? { ok: true, externalId: nameOf(request.body) }
    : { ok: false, reason: 'signature_mismatch' };
}

/** One post may be told as several kinds of activity under the same id; deliveries of the older form have none. */
function nameOf(body: Uint8Array): string {
  const json = readJson(body);
  const data = isRecord(json) && isRecord(json.data) ? json.data : {};
  const { event_uuid: id, event_type: type } = data;
  return typeof id === 'string' && /^-?\d{1,24}$/.test(id) && typeof type === 'string'
    ? `${id}.${type.slice(0, 60).toWellFormed()}`
    : createHash('sha256').update(body).digest('hex');
}
