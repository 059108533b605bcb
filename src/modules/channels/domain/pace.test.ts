import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BudgetState, correct, type Limit, paceOf, takeSlot } from './pace';

const start = new Date('2026-11-22T12:00:00Z');
const fresh: BudgetState = { reservedTo: new Date(0), remaining: null, resetsAt: null };
const later = (ms: number) => new Date(start.getTime() + ms);

/** The places given to arrivals, milliseconds after the start. */
function places(limits: readonly Limit[], arrivals: readonly number[], first = fresh): number[] {
  const pace = paceOf(limits, 'send');
  let state = first;
  return arrivals.map((arrival) => {
    const slot = takeSlot(state, pace, later(arrival));
    state = slot.state;
    return slot.at.getTime() - start.getTime();
  });
}

const limit = fc.record({
  scope: fc.constant('send' as const),
  count: fc.integer({ min: 1, max: 400 }),
  perSeconds: fc.integer({ min: 1, max: 3600 }),
});

describe('the pace', () => {
  it('lets a quarter go at once and spreads the rest', () => {
    expect(paceOf([{ scope: 'send', count: 8, perSeconds: 70 }], 'send')).toEqual({
      burst: 2,
      intervalMs: 10_000,
    });
    expect(places([{ scope: 'send', count: 8, perSeconds: 70 }], [0, 0, 0, 0])).toEqual([
      0, 0, 10_000, 20_000,
    ]);
  });

  it('is nobody’s where nothing is documented, and of its own scope only', () => {
    expect(paceOf([{ scope: 'read', count: 8, perSeconds: 70 }], 'send')).toBeNull();
    expect(paceOf(undefined, 'read')).toBeNull();
    expect(places([], [0, 0, 5])).toEqual([0, 0, 5]);
  });

  it('keeps every limit in every window, gives places in order, and makes nobody wait without need', () => {
    fc.assert(
      fc.property(
        fc.array(limit, { minLength: 1, maxLength: 2 }),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 }),
        (limits, gaps) => {
          let now = 0;
          const arrivals = gaps.map((gap) => {
            now += gap;
            return now;
          });
          const given = places(limits, arrivals);
          for (const [index, at] of given.entries()) {
            expect(at).toBeGreaterThanOrEqual(Math.max(arrivals[index] ?? 0, given[index - 1] ?? 0));
          }
          for (const { count, perSeconds } of limits) {
            for (let index = count; index < given.length; index += 1) {
              const window = (given[index] ?? 0) - (given[index - count] ?? 0);
              expect(window).toBeGreaterThanOrEqual(perSeconds * 1000);
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('what the network says', () => {
  const limits: Limit[] = [{ scope: 'send', count: 8, perSeconds: 70 }];
  const stopped = correct(fresh, paceOf(limits, 'send'), { remaining: 0, resetsAt: later(60_000) });

  it('stops everything until the reset, and then there is no burst', () => {
    expect(places(limits, [0, 0, 0], stopped)).toEqual([60_000, 70_000, 80_000]);
  });

  it('stops also where no limit is documented, and what waits goes one by one', () => {
    const state = correct(fresh, null, { remaining: 0, resetsAt: later(60_000) });
    expect(places([], [0, 0, 61_000, 120_000], state)).toEqual([60_000, 61_000, 62_000, 120_000]);
  });

  it('is counted down between two answers, and what it gives anew holds', () => {
    const low = correct(fresh, null, { remaining: 1, resetsAt: later(60_000) });
    expect(places([], [0, 0], low)).toEqual([0, 60_000]);
    const lifted = correct(stopped, paceOf(limits, 'send'), { remaining: 5, resetsAt: later(60_000) });
    expect(lifted.remaining).toBe(5);
  });
});
