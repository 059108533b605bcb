import { openToken, signToken } from '@/platform/crypto/signed-token';
import { env } from '@/platform/env';

const PURPOSE = 'chat-visitor';
const UUID_BYTES = 16;
const PAYLOAD_BYTES = 2 * UUID_BYTES + 6;
/** Milliseconds; each visit begins them anew. */
const LIFETIME_MS = 180 * 24 * 60 * 60 * 1000;

/** What a browser shows to go on with its conversation: signed, for this channel and this visitor alone. */
export function visitorToken(channelId: string, visitorId: string, now: Date): string {
  const issued = Buffer.alloc(6);
  issued.writeUIntBE(now.getTime(), 0, 6);
  const payload = Buffer.concat([bytesOf(channelId), bytesOf(visitorId), issued]);
  return signToken(payload, PURPOSE, env().KEY_ENCRYPTION_KEYS);
}

/** The visitor a token names; null where it is not ours, of another channel, or older than 180 days. */
export function openVisitorToken(token: string, channelId: string, now: Date): string | null {
  const payload = openToken(token, PURPOSE, env().KEY_ENCRYPTION_KEYS);
  if (payload?.length !== PAYLOAD_BYTES) return null;
  if (payload.readUIntBE(2 * UUID_BYTES, 6) + LIFETIME_MS <= now.getTime()) return null;
  return uuidOf(payload, 0) === channelId ? uuidOf(payload, UUID_BYTES) : null;
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer, start: number): string {
  const hex = bytes.toString('hex', start, start + UUID_BYTES);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
