import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { EncryptionKey } from '@/platform/env';

/** Where a sealed value lives: bound as associated data, so that it cannot be moved to another row's place. */
export interface SealPlace {
  workspaceId: string;
  /** `table.column`. */
  column: string;
  /** The record's id. */
  recordId: string;
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const KEY = 32;

/**
 * AES-256-GCM under a random data key of its own, which is wrapped by the current key-encryption key.
 * Layout: version 1 byte · key id length 1 byte · key id · wrap nonce 12 · wrap tag 16 · wrapped key 32 · nonce 12 · tag 16 · text.
 */
export function seal(plain: string, place: SealPlace, keys: readonly EncryptionKey[]): Buffer {
  const dataKey = randomBytes(KEY);
  const body = encrypt(Buffer.from(plain, 'utf8'), dataKey, associatedData(place));
  return Buffer.concat([wrapKey(dataKey, place, keys), body]);
}

/** Throws where the key is unknown, the place differs or a bit was changed. */
export function unseal(sealed: Uint8Array, place: SealPlace, keys: readonly EncryptionKey[]): string {
  const { dataKey, body } = openHeader(Buffer.from(sealed), place, keys);
  return decrypt(body, dataKey, associatedData(place)).toString('utf8');
}

/** The same secret under the current key-encryption key: rotation without touching what was encrypted. */
export function rewrap(sealed: Uint8Array, place: SealPlace, keys: readonly EncryptionKey[]): Buffer {
  const { dataKey, body } = openHeader(Buffer.from(sealed), place, keys);
  return Buffer.concat([wrapKey(dataKey, place, keys), body]);
}

/** Which key-encryption key a sealed value needs. */
export function keyIdOf(sealed: Uint8Array): string {
  return Buffer.from(sealed)
    .subarray(2, 2 + (sealed[1] ?? 0))
    .toString('utf8');
}

function wrapKey(dataKey: Buffer, place: SealPlace, keys: readonly EncryptionKey[]): Buffer {
  const current = keys[0];
  if (!current) throw new Error('no key-encryption key');
  const id = Buffer.from(current.id, 'utf8');
  const wrapped = encrypt(dataKey, current.key, associatedData(place));
  return Buffer.concat([Buffer.from([VERSION, id.length]), id, wrapped]);
}

function openHeader(sealed: Buffer, place: SealPlace, keys: readonly EncryptionKey[]) {
  if (sealed[0] !== VERSION) throw new Error('unknown seal version');
  const keyId = keyIdOf(sealed);
  const wrapping = keys.find(({ id }) => id === keyId);
  if (!wrapping) throw new Error(`key-encryption key ${keyId} is not configured`);
  const start = 2 + (sealed[1] ?? 0);
  const end = start + NONCE + TAG + KEY;
  const dataKey = decrypt(sealed.subarray(start, end), wrapping.key, associatedData(place));
  return { dataKey, body: sealed.subarray(end) };
}

function associatedData({ workspaceId, column, recordId }: SealPlace): Buffer {
  return Buffer.from(JSON.stringify([workspaceId, column, recordId]), 'utf8');
}

function encrypt(plain: Buffer, key: Buffer, associated: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function decrypt(box: Buffer, key: Buffer, associated: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE));
  decipher.setAAD(associated);
  decipher.setAuthTag(box.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(box.subarray(NONCE + TAG)), decipher.final()]);
}
