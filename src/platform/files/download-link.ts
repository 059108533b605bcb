import { openToken, signToken } from '@/platform/crypto/signed-token';
import { env } from '@/platform/env';

const PURPOSE = 'file-download';
const UUID_BYTES = 16;
const PAYLOAD_BYTES = 2 * UUID_BYTES + 6;
const LIFETIME_MS = 24 * 60 * 60 * 1000;

/** An absolute address that answers one file to whoever has it, for 24 hours from `now`. */
export function downloadLink(workspaceId: string, fileId: string, now: Date): string {
  const expiry = Buffer.alloc(6);
  expiry.writeUIntBE(now.getTime() + LIFETIME_MS, 0, 6);
  const payload = Buffer.concat([bytesOf(workspaceId), bytesOf(fileId), expiry]);
  return `${env().PUBLIC_URL}/api/files/${signToken(payload, PURPOSE, env().KEY_ENCRYPTION_KEYS)}`;
}

/** What a download address names; null where we never signed it, or its time is over. */
export function openDownload(token: string, now: Date): { workspaceId: string; fileId: string } | null {
  const payload = openToken(token, PURPOSE, env().KEY_ENCRYPTION_KEYS);
  if (payload?.length !== PAYLOAD_BYTES) return null;
  if (payload.readUIntBE(2 * UUID_BYTES, 6) <= now.getTime()) return null;
  return { workspaceId: uuidOf(payload, 0), fileId: uuidOf(payload, UUID_BYTES) };
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer, start: number): string {
  const hex = bytes.toString('hex', start, start + UUID_BYTES);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
