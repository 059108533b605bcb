import { describe, expect, it } from 'vitest';
import { formatMoment } from './format-moment';

const berlin = { locale: 'de', timeZone: 'Europe/Berlin' };
const now = new Date('2026-11-18T00:30:00+01:00');

describe('formatMoment', () => {
  it.each([
    ['2026-11-18T00:29:40+01:00', 'jetzt'],
    ['2026-11-17T23:48:00+01:00', '42\u00a0min'],
    ['2026-11-17T22:00:00+01:00', 'gestern'],
    ['2026-11-16T09:00:00+01:00', 'Mo'],
    ['2026-11-03T09:00:00+01:00', '3. Nov.'],
    ['2024-11-03T09:00:00+01:00', '3. Nov. 2024'],
    ['2026-11-18T00:48:00+01:00', 'in 18 Min.'],
    ['2026-11-19T09:00:00+01:00', 'morgen, 09:00'],
  ])('%s → %s', (then, words) => {
    expect(formatMoment(new Date(then), now, 'relative', berlin)).toBe(words);
  });

  it('counts days by the wall calendar of the time zone given', () => {
    const then = new Date('2026-11-17T22:00:00+01:00');
    const newYork = { locale: 'en', timeZone: 'America/New_York' };
    expect(formatMoment(then, now, 'relative', newYork)).toBe('2\u00a0h');
    expect(formatMoment(then, now, 'clock', newYork)).toBe('16:00');
  });
});
