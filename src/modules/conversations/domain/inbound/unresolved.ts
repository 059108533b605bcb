import type { Refusal } from '@/connectors/contract';

/** Tries of one delivery before it is put aside: with the pauses between them about a quarter of an hour. */
const MOST_TRIES = 8;
const FIRST_DELAY_SECONDS = 5;
const LONGEST_DELAY_SECONDS = 300;
/** A network that asks for more patience than this is asked after it all the same, seconds. */
const MOST_PATIENCE_SECONDS = 900;

export type UnresolvedFate =
  /** Tried again after so many seconds; those behind it wait, for order matters. */
  | { fate: 'again'; seconds: number }
  /** Put aside with its reason, and replayable; those behind it go on. */
  | { fate: 'parked' }
  /** Access was lost: it is nobody's fault here, and all of them wait until an admin has reconnected. */
  | { fate: 'lost' };

/** @param tries made so far, this one included */
export function fateOf(refusal: Refusal, tries: number): UnresolvedFate {
  if (refusal.outcome === 'failed') return refusal.needsReconnect ? { fate: 'lost' } : { fate: 'parked' };
  if (tries >= MOST_TRIES) return { fate: 'parked' };
  const delay = Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (tries - 1));
  return {
    fate: 'again',
    seconds: Math.max(delay, Math.min(refusal.retryAfter ?? 0, MOST_PATIENCE_SECONDS)),
  };
}
