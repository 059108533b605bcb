import { describe, expect, it } from 'vitest';
import { judge, type Series, usualAt, velocityAt, weightAfter } from './velocity';

const HOUR = 3_600_000;
const series = (...counts: [hours: number, count: number][]): Series => ({
  sentAt: 0,
  points: counts.map(([hours, count]) => ({ at: hours * HOUR, count })),
});
const steady = (perHour: number) =>
  series(...Array.from({ length: 24 }, (_, hour): [number, number] => [hour + 1, (hour + 1) * perHour]));
const nobody = { median: 0, deviation: 0, posts: 0 };
const against = (perHour: number, others: Series[]) => {
  const usual = usualAt(others, 4 * HOUR);
  const velocity = velocityAt(steady(perHour), 4 * HOUR);
  return velocity && judge('shares', velocity, { author: usual, channel: nobody }, 1);
};

describe('velocity', () => {
  it('is what was added in the last two hours', () => {
    expect(velocityAt(series([1, 4], [2, 10], [4, 51]), 4 * HOUR)).toEqual({
      amount: 41,
      hours: 2,
      perHour: 20.5,
    });
    expect(velocityAt(series([1, 4], [2, 10], [4, 51]), 3 * HOUR)).toEqual({
      amount: 10,
      hours: 2,
      perHour: 5,
    });
  });

  it('begins with the sending, is never told from minutes, and from nothing not at all', () => {
    expect(velocityAt(series([0.1, 3]), HOUR)).toEqual({ amount: 3, hours: 0.5, perHour: 6 });
    expect(velocityAt(series([5, 3]), HOUR)).toBeNull();
    expect(velocityAt(series([1, 9], [4, 7]), 5 * HOUR)?.perHour).toBe(0);
  });

  it('is usual as the middle of others at the same age, whatever one of them did', () => {
    expect(usualAt([steady(1), steady(2), steady(3), steady(900)], 4 * HOUR)).toEqual({
      median: 2.5,
      deviation: 1,
      posts: 4,
    });
    expect(usualAt([], HOUR)).toEqual(nobody);
  });
});

describe('what spreads', () => {
  it('goes far beyond what is usual', () => {
    const others = [1, 2, 2, 3, 2, 1].map(steady);
    expect(against(20, others)).toMatchObject({
      signal: 'shares',
      against: 'author',
      times: 10,
      amount: 40,
      hours: 2,
    });
    expect(against(7, others)).toBeNull();
  });

  it('is not an ordinary post of somebody whom many follow', () => {
    const others = [200, 260, 240, 180, 220].map(steady);
    expect(against(320, others)).toBeNull();
    expect(against(900, others)).not.toBeNull();
  });

  it('has to go beyond the channel too, and stands alone where nothing is known', () => {
    const velocity = { amount: 40, hours: 2, perHour: 20 };
    const quiet = { median: 1, deviation: 0.5, posts: 9 };
    const loud = { median: 15, deviation: 5, posts: 9 };
    expect(judge('shares', velocity, { author: quiet, channel: loud }, 1)).toBeNull();
    expect(judge('shares', velocity, { author: quiet, channel: quiet }, 1)).toMatchObject({ times: 20 });
    expect(judge('shares', velocity, { author: nobody, channel: nobody }, 1)).toMatchObject({ times: 20 });
    expect(
      judge('shares', { amount: 24, hours: 2, perHour: 12 }, { author: nobody, channel: nobody }, 1),
    ).toBeNull();
  });

  it('is harder to say after false alarms, within bounds', () => {
    const velocity = { amount: 24, hours: 2, perHour: 12 };
    const quiet = { median: 2, deviation: 0.5, posts: 9 };
    const usual = { author: quiet, channel: quiet };
    expect(judge('shares', velocity, usual, 1)).not.toBeNull();
    expect(judge('shares', velocity, usual, weightAfter(3))).toBeNull();
    expect([0, 1, 2, 50].map(weightAfter)).toEqual([1, 0.8, 0.8 ** 2, 0.25]);
  });
});
