import { describe, expect, it } from 'vitest';
import { urgencyOf } from './row-facts';

const now = Date.parse('2026-11-22T12:00:00Z');
const attention = {
  dueAt: '2026-11-22T12:18:00Z',
  at: '2026-11-22T12:00:00Z',
  isPublic: true,
  personWeight: 0,
};
const waiting = { waitingSince: '2026-11-22T10:00:00Z', status: 'open' as const, attention };

describe('urgencyOf', () => {
  it.each([
    ['within the hour', { ...waiting }, { kind: 'due', minutes: 18, at: attention.dueAt }],
    [
      'past',
      { ...waiting, attention: { ...attention, dueAt: '2026-11-22T11:59:00Z' } },
      { kind: 'overdue', isPublic: true, since: waiting.waitingSince },
    ],
    ['later today', { ...waiting, attention: { ...attention, dueAt: '2026-11-22T14:00:00Z' } }, null],
    ['answered', { ...waiting, waitingSince: null }, null],
    ['resolved', { ...waiting, status: 'resolved' as const }, null],
    ['snoozed', { ...waiting, status: 'snoozed' as const }, null],
  ])('%s', (_, one, expected) => {
    expect(urgencyOf(one, now)).toEqual(expected);
  });
});
