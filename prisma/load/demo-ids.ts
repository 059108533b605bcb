import { createHash } from 'node:crypto';

/** Ids that are the same at every run: a load that was killed goes on where it stopped. */
export type IdOf = (kind: string, key: string, at?: Date) => string;

/**
 * UUIDv7 whose time is the thing's own and whose random part is a hash of workspace, kind and key: stable, and
 * still in time order for the indexes.
 */
export function demoIds(scope: string, base: Date): IdOf {
  return (kind, key, at = base) => {
    const bytes = createHash('sha256').update(`${scope}\n${kind}\n${key}`).digest().subarray(0, 16);
    bytes.writeUIntBE(at.getTime(), 0, 6);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
}
