import { createHash } from 'node:crypto';

const SORTABLE = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * The record key of a message: a TID (13 signs, 53 bits of microseconds and 10 of a clock's id, atproto.com/specs/tid)
 * made of its UUIDv7 alone, so that a second try writes the same record.
 */
export function tidOf(messageId: string): string {
  const hex = messageId.replaceAll('-', '').padEnd(32, '0');
  const milliseconds = BigInt(`0x${hex.slice(0, 12)}`);
  // Of messages of one millisecond only the hash tells apart.
  const hash = createHash('sha256').update(messageId).digest();
  const within = BigInt(hash.readUInt32BE(0) % 1000);
  const clock = BigInt(hash.readUInt16BE(4) & 0x3ff);
  let rest = (((milliseconds * 1000n + within) & ((1n << 53n) - 1n)) << 10n) | clock;
  let tid = '';
  for (let place = 0; place < 13; place += 1) {
    tid = `${SORTABLE[Number(rest & 31n)]}${tid}`;
    rest >>= 5n;
  }
  return tid;
}
