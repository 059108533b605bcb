const SORTABLE = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * The record key of a message: a TID (13 signs, 53 bits of microseconds and 10 of a clock's id, atproto.com/specs/tid)
 * made of its UUIDv7 alone, so that a second try writes the same record.
 */
export function tidOf(messageId: string): string {
  const hex = messageId.replaceAll('-', '').padEnd(32, '0');
  const milliseconds = BigInt(`0x${hex.slice(0, 12)}`);
  const within = BigInt(`0x${hex.slice(13, 16)}`) % 1000n;
  const clock = BigInt(`0x${hex.slice(-4)}`) & 0x3ffn;
  let rest = (((milliseconds * 1000n + within) & ((1n << 53n) - 1n)) << 10n) | clock;
  let tid = '';
  for (let place = 0; place < 13; place += 1) {
    tid = `${SORTABLE[Number(rest & 31n)]}${tid}`;
    rest >>= 5n;
  }
  return tid;
}
