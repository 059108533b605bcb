import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAttemptAt, PATIENCE_MS } from './retry-schedule';

const createdAt = new Date('2026-03-28T22:00:00Z');

describe('nextAttemptAt', () => {
  it('doubles, with half of the delay random', () => {
    const delay = (attempts: number, random: number) =>
      (nextAttemptAt({ attempts, createdAt, now: createdAt, random })?.getTime() ?? 0) - createdAt.getTime();
    expect([delay(1, 0), delay(1, 1), delay(2, 0), delay(4, 1), delay(20, 1)]).toEqual([
      5000, 10_000, 10_000, 80_000, 21_600_000,
    ]);
  });

  it('waits at least as long as the network asks', () => {
    const at = nextAttemptAt({ attempts: 1, createdAt, now: createdAt, random: 0, retryAfter: 120 });
    expect(at).toEqual(new Date(createdAt.getTime() + 120_000));
  });

  it('always gives up after three days, and never before a minute has passed', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (randoms) => {
        let now = createdAt;
        let attempts = 0;
        for (const random of randoms) {
          attempts += 1;
          const next = nextAttemptAt({ attempts, createdAt, now, random });
          if (!next) break;
          expect(next.getTime()).toBeGreaterThan(now.getTime());
          now = next;
        }
        expect(now.getTime() - createdAt.getTime()).toBeLessThanOrEqual(PATIENCE_MS);
        expect(attempts).toBeGreaterThan(10);
      }),
    );
  });
});
