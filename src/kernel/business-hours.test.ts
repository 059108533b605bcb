import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessMinutes,
  type BusinessHours,
  businessMinutesBetween,
  defaultBusinessHours,
  type OpeningTimes,
  weekdays,
} from './business-hours';

const berlin: OpeningTimes = { hours: defaultBusinessHours, holidays: [], timeZone: 'Europe/Berlin' };
const every = (spans: [string, string][]) =>
  Object.fromEntries(weekdays.map((day) => [day, spans])) as unknown as BusinessHours;
const split = every([
  ['09:00', '12:00'],
  ['13:00', '17:30'],
]);
const night = every([['00:00', '24:00']]);
const closed = every([]);

const after = (start: string, minutes: number, times: OpeningTimes) =>
  addBusinessMinutes(new Date(start), minutes, times).toISOString();

describe('adding business minutes', () => {
  it.each([
    ['inside a day', '2026-11-23T09:00:00Z', 60, berlin, '2026-11-23T10:00:00.000Z'],
    ['over night', '2026-11-23T16:00:00Z', 60, berlin, '2026-11-24T08:30:00.000Z'],
    ['over the weekend', '2026-11-27T16:00:00Z', 60, berlin, '2026-11-30T08:30:00.000Z'],
    ['from the middle of the night', '2026-11-23T02:00:00Z', 1, berlin, '2026-11-23T08:01:00.000Z'],
    ['up to the very end of a day', '2026-11-23T08:00:00Z', 510, berlin, '2026-11-23T16:30:00.000Z'],
    ['nothing', '2026-11-22T02:00:00Z', 0, berlin, '2026-11-22T02:00:00.000Z'],
    [
      'over a lunch break',
      '2026-11-23T10:30:00Z',
      60,
      { ...berlin, hours: split },
      '2026-11-23T12:30:00.000Z',
    ],
    [
      'over a holiday',
      '2026-12-24T16:00:00Z',
      60,
      { ...berlin, holidays: ['2026-12-25'] },
      '2026-12-28T08:30:00.000Z',
    ],
    [
      'in Kathmandu (+05:45)',
      '2026-11-23T11:00:00Z',
      60,
      { ...berlin, timeZone: 'Asia/Kathmandu' },
      '2026-11-24T03:30:00.000Z',
    ],
    ['through the short night of March', '2026-03-27T16:00:00Z', 60, berlin, '2026-03-30T07:30:00.000Z'],
    ['through the long night of October', '2026-10-23T15:00:00Z', 60, berlin, '2026-10-26T08:30:00.000Z'],
    [
      'where it never opens: the clock',
      '2026-11-22T02:00:00Z',
      90,
      { ...berlin, hours: closed },
      '2026-11-22T03:30:00.000Z',
    ],
  ] as const)('%s', (_, start, minutes, times, end) => {
    expect(after(start, minutes, times)).toBe(end);
  });
});

describe('minutes between', () => {
  const minutes = (a: string, b: string, times = berlin) =>
    businessMinutesBetween(new Date(a), new Date(b), times);
  it.each([
    ['a week', '2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z', berlin, 5 * 510],
    ['backwards', '2026-11-24T00:00:00Z', '2026-11-23T00:00:00Z', berlin, 0],
    ['a weekend', '2026-11-28T00:00:00Z', '2026-11-29T12:00:00Z', berlin, 0],
    [
      'the day clocks go forward has 23 hours',
      '2026-03-28T23:00:00Z',
      '2026-03-29T22:00:00Z',
      { ...berlin, hours: night },
      23 * 60,
    ],
    [
      'the day clocks go back has 25',
      '2026-10-24T22:00:00Z',
      '2026-10-25T23:00:00Z',
      { ...berlin, hours: night },
      25 * 60,
    ],
    ['never open', '2026-11-23T00:00:00Z', '2026-11-23T01:00:00Z', { ...berlin, hours: closed }, 60],
  ] as const)('%s', (_, a, b, times, expected) => {
    expect(minutes(a, b, times)).toBe(expected);
  });
});

it('what was added is what lies between, in any zone, with any hours', () => {
  const zones = [
    'Europe/Berlin',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ];
  const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  const times = fc.record({
    hours: fc.constantFrom(defaultBusinessHours, split, night, closed, every([['01:30', '02:45']])),
    holidays: fc.constantFrom([], ['2026-12-25', '2026-03-29', '2026-10-25']),
    timeZone: fc.constantFrom(...zones),
  });
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 6000 }), times, (start, minutes, opening) => {
      const end = addBusinessMinutes(start, minutes, opening);
      return businessMinutesBetween(start, end, opening) === minutes;
    }),
    { numRuns: 150 },
  );
});
