import { createHash } from 'node:crypto';
import { randomBase62 } from './random-token';

/** A bearer key of `api/v1`; only its hash is stored. The prefix lets secret scanners recognise it. */
export function newApiKey(): string {
  return `rpt_${randomBase62(32)}`;
}

/** SHA-256: enough for a key of 256 random bits, and one index lookup finds it. */
export function hashApiKey(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest();
}
