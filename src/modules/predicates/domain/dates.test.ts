import { describe, expect, test } from 'vitest';
import { periodOf, spanOf } from './dates';

const berlin = { now: new Date('2026-03-29T10:00:00Z'), timeZone: 'Europe/Berlin' };
const iso = ({ start, end }: { start: number; end: number }) =>
  [start, end].map((at) => new Date(at).toISOString().slice(0, 16));

describe('a day', () => {
  test('is 23 hours long where the clocks go forward, 25 where they go back', () => {
    expect(iso(spanOf('2026-03-29', berlin))).toEqual(['2026-03-28T23:00', '2026-03-29T22:00']);
    expect(iso(spanOf('2026-10-25', berlin))).toEqual(['2026-10-24T22:00', '2026-10-25T23:00']);
  });

  test('begins at one where midnight is skipped', () => {
    const cairo = { ...berlin, timeZone: 'Africa/Cairo' };
    expect(iso(spanOf('2026-04-24', cairo))).toEqual(['2026-04-23T22:00', '2026-04-24T21:00']);
  });
});

test('days from now follow the calendar, hours the clock', () => {
  const relative = { amount: 1, direction: 'past' } as const;
  const aDay = periodOf({ relative: { ...relative, unit: 'day' } }, berlin);
  const hours = periodOf({ relative: { ...relative, amount: 24, unit: 'hour' } }, berlin);
  expect(iso(aDay)).toEqual(['2026-03-28T11:00', '2026-03-29T10:00']);
  expect(iso(hours)).toEqual(['2026-03-28T10:00', '2026-03-29T10:00']);
});

test('a month before the 31st ends on the last day there is', () => {
  const clock = { ...berlin, now: new Date('2026-03-31T10:00:00Z') };
  const month = { relative: { amount: 1, unit: 'month', direction: 'past' } } as const;
  expect(iso(periodOf(month, clock))[0]).toBe('2026-02-28T11:00');
});
