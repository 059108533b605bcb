import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { EncryptionKey } from '@/platform/env';

const KEY_BYTES = 32;
const MAC_BYTES = 32;

/** A payload anybody may carry and nobody can change: base64url of the payload and its HMAC under the current key. */
export function signToken(payload: Uint8Array, purpose: string, keys: readonly EncryptionKey[]): string {
  const current = keys[0];
  if (!current) throw new Error('no key-encryption key');
  return Buffer.concat([payload, macOf(payload, purpose, current)]).toString('base64url');
}

/** The payload of a token of this purpose, under whichever configured key it was signed; null for any other text. */
export function openToken(token: string, purpose: string, keys: readonly EncryptionKey[]): Buffer | null {
  const bytes = Buffer.from(token, 'base64url');
  // The decoder skips what is no base64url: the same file must not have many addresses.
  if (bytes.length <= MAC_BYTES || bytes.toString('base64url') !== token) return null;
  const payload = bytes.subarray(0, -MAC_BYTES);
  const given = bytes.subarray(-MAC_BYTES);
  return keys.some((key) => timingSafeEqual(given, macOf(payload, purpose, key))) ? payload : null;
}

/** Each purpose has a key of its own, so that a token for one thing opens nothing else. */
function macOf(payload: Uint8Array, purpose: string, { key }: EncryptionKey): Buffer {
  const derived = hkdfSync('sha256', key, Buffer.alloc(0), `rapport/${purpose}`, KEY_BYTES);
  return createHmac('sha256', Buffer.from(derived)).update(payload).digest();
}
