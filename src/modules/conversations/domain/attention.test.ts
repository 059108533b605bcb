import { describe, expect, it } from 'vitest';
import type { OpeningTimes } from '@/kernel/business-hours';
import { attentionAt, attentionBoost, deadlinesOf, promisedMinutes } from './attention';

const waitingSince = new Date('2026-11-23T08:00:00Z');
const dueAt = new Date('2026-11-23T16:00:00Z');

describe('the attention order', () => {
  it.each([
    [false, 0, 0],
    [true, 0, 0.25],
    [false, 100, 0.5],
    [true, 60, 0.55],
    [true, 100, 0.7],
    [false, 1000, 0.5],
    [false, -5, 0],
  ])('takes away a share: public %s, weight %s → %s', (isPublic, personWeight, share) => {
    expect(attentionBoost({ isPublic, personWeight })).toBeCloseTo(share);
  });

  it.each([
    [false, 0, '2026-11-23T16:00:00.000Z'],
    [true, 0, '2026-11-23T14:00:00.000Z'],
    [true, 100, '2026-11-23T10:24:00.000Z'],
  ])('pulls the due moment forward: public %s, weight %s → %s', (isPublic, personWeight, expected) => {
    expect(attentionAt({ waitingSince, dueAt, isPublic, personWeight }).toISOString()).toBe(expected);
  });

  it('never comes before the wait began', () => {
    const at = attentionAt({ waitingSince, dueAt: new Date(0), isPublic: true, personWeight: 100 });
    expect(at).toEqual(waitingSince);
  });
});

describe('promises', () => {
  const wait = {
    waitingSince: new Date('2026-11-22T10:00:00Z'),
    isPublic: true,
    personWeight: 0,
    expectationMinutes: 480,
    language: null,
    expectations: { publicMinutes: 60, privateMinutes: 120, byLanguage: { de: 30 } },
  };
  it.each([
    ['public', {}, 60],
    ['private', { isPublic: false }, 120],
    ['a language', { language: 'de-AT' }, 30],
    ['another language', { language: 'en' }, 60],
    ['nothing said', { expectations: {} }, 480],
    ['the other only', { expectations: { privateMinutes: 120 } }, 480],
  ])('%s', (_, given, minutes) => {
    expect(promisedMinutes({ ...wait, ...given })).toBe(minutes);
  });

  it('are kept by the clock on the wall where the channel says so', () => {
    const expectations = { clock: 'always' as const };
    const closed = {
      monday: [],
      tuesday: [],
      wednesday: [],
      thursday: [],
      friday: [],
      saturday: [],
      sunday: [],
    };
    const times = { hours: closed, holidays: [], timeZone: 'Europe/Berlin' } as unknown as OpeningTimes;
    expect(deadlinesOf({ ...wait, expectations }, times).dueAt).toEqual(new Date('2026-11-22T18:00:00Z'));
  });
});
