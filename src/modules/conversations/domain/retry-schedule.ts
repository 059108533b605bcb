const FIRST_DELAY_MS = 10_000;
const LONGEST_DELAY_MS = 6 * 3_600_000;
/** How long a reply is tried before it is given up and shown as failed. */
export const PATIENCE_MS = 72 * 3_600_000;

export interface RetryFacts {
  /** Tries made so far, this one included. */
  attempts: number;
  /** When the reply was written. */
  createdAt: Date;
  now: Date;
  /** Seconds the network asked us to wait. */
  retryAfter?: number | undefined;
  /** 0–1, for the jitter. */
  random: number;
}

/**
 * When to try again: 10 s doubling to 6 h, half of it random so that many failures do not come back together
 * ("equal jitter", Brooker 2015), never before the network's own wish.
 * @returns null when three days have passed: it is given up
 */
export function nextAttemptAt({ attempts, createdAt, now, retryAfter, random }: RetryFacts): Date | null {
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
  const delay = Math.max(ceiling / 2 + (ceiling / 2) * random, (retryAfter ?? 0) * 1000);
  const at = new Date(now.getTime() + delay);
  return at.getTime() - createdAt.getTime() > PATIENCE_MS ? null : at;
}
