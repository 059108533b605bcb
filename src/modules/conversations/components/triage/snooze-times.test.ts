import { describe, expect, it } from 'vitest';
import { instantOf, snoozeTimes, wallClock } from './snooze-times';

const zone = 'Europe/Berlin';
const wall = (now: string) =>
  snoozeTimes(new Date(now), zone).map(({ name, until }) => `${name} ${wallClock(until, zone)}`);

describe('snoozeTimes', () => {
  it('offers the workspace’s wall clock on a Tuesday morning', () => {
    expect(wall('2026-11-24T08:20:00Z')).toEqual([
      'laterToday 2026-11-24T12:00',
      'tomorrow 2026-11-25T09:00',
      'weekend 2026-11-28T09:00',
      'nextWeek 2026-11-30T09:00',
      'nextMonth 2026-12-01T09:00',
    ]);
  });

  it('says nothing twice on a Sunday night, and nothing of today', () => {
    expect(wall('2026-11-22T21:30:00Z')).toEqual(['tomorrow 2026-11-23T09:00', 'nextMonth 2026-12-01T09:00']);
  });

  it('keeps nine o’clock when the clocks change over night', () => {
    expect(wall('2026-10-24T18:00:00Z')[0]).toBe('tomorrow 2026-10-25T09:00');
    expect(instantOf('2026-10-25T09:00', zone)).toBe('2026-10-25T08:00:00.000Z');
  });

  it('refuses what is no time', () => {
    expect(instantOf('', zone)).toBeNull();
    expect(instantOf('2026-13-01T09:00', zone)).toBeNull();
  });
});
