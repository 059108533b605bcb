import { describe, expect, it } from 'vitest';
import { daysLeft, type HealthFacts, judgeHealth, warningAt } from './health';

const now = new Date('2026-11-22T12:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const well: HealthFacts = {
  state: 'active',
  stateReason: null,
  expiresAt: null,
  missingScopes: 0,
  checkReason: null,
  lastEventAt: hours(-1),
  askingFailures: 0,
  askingReason: null,
  gapFrom: null,
  isGapClosed: true,
  tried: 0,
  triedInVain: 0,
  parked: 0,
  failed: 0,
  waiting: 0,
  lastDueAt: null,
  spentUntil: null,
  refusedCount: 0,
  refusedAt: null,
};

describe('health', () => {
  it.each<[string, Partial<HealthFacts>, string, string[]]>([
    ['nothing wrong', {}, 'healthy', []],
    ['nothing ever received', { lastEventAt: null }, 'healthy', []],
    ['paused', { state: 'paused', expiresAt: hours(-1) }, 'paused', ['paused']],
    ['paused with things put aside', { state: 'paused', parked: 2 }, 'paused', ['paused', 'events_parked']],
    [
      'revoked',
      { state: 'needs_reconnect', stateReason: 'token_revoked' },
      'needs_reconnect',
      ['connection_lost'],
    ],
    ['a grant with time', { expiresAt: hours(24 * 14 + 1) }, 'healthy', []],
    ['a grant that ends in two weeks', { expiresAt: hours(24 * 14) }, 'degraded', ['expires_soon']],
    ['a grant that has ended', { expiresAt: hours(0) }, 'degraded', ['expired']],
    ['a scope nobody granted', { missingScopes: 1 }, 'degraded', ['scopes_missing']],
    ['a check that failed', { checkReason: 'not_found' }, 'degraded', ['check_failed']],
    ['two failures in a row', { askingFailures: 2 }, 'healthy', []],
    ['three failures in a row', { askingFailures: 3, askingReason: 'x' }, 'degraded', ['asking_fails']],
    ['few tries', { tried: 4, triedInVain: 4 }, 'healthy', []],
    ['few errors', { tried: 100, triedInVain: 19 }, 'healthy', []],
    ['many errors', { tried: 100, triedInVain: 20 }, 'degraded', ['many_errors']],
    ['a gap', { gapFrom: hours(-5), isGapClosed: false }, 'degraded', ['gap_open']],
    ['a closed gap', { gapFrom: hours(-5), isGapClosed: true }, 'healthy', []],
    ['events put aside', { parked: 1 }, 'degraded', ['events_parked']],
    ['a reply given up', { failed: 1 }, 'degraded', ['deliveries_failed']],
    ['a short queue', { waiting: 3, lastDueAt: hours(0.05) }, 'healthy', []],
    ['a long queue', { waiting: 30, lastDueAt: hours(1) }, 'degraded', ['queue_waits']],
    ['a spent budget', { spentUntil: hours(1) }, 'degraded', ['budget_spent']],
    ['a budget that was spent', { spentUntil: hours(-1) }, 'healthy', []],
    ['a stranger before the last event', { refusedCount: 9, refusedAt: hours(-2) }, 'healthy', []],
    [
      'wrong signatures since',
      { refusedCount: 9, refusedAt: hours(-0.5) },
      'degraded',
      ['signatures_refused'],
    ],
    ['wrong signatures long ago', { lastEventAt: null, refusedAt: hours(-25) }, 'healthy', []],
  ])('of a channel with %s', (_, facts, state, reasons) => {
    const health = judgeHealth({ ...well, ...facts }, now);
    expect([health.state, health.reasons.map(({ reason }) => reason)]).toEqual([state, reasons]);
  });

  it('says how many, until when and why', () => {
    const { reasons } = judgeHealth(
      {
        ...well,
        tried: 8,
        triedInVain: 4,
        spentUntil: hours(1),
        expiresAt: hours(30),
        askingFailures: 7,
        askingReason: 'network_timeout',
      },
      now,
    );
    expect(reasons).toEqual([
      { reason: 'expires_soon', at: hours(30), count: 2 },
      { reason: 'asking_fails', count: 7, detail: 'network_timeout' },
      { reason: 'many_errors', count: 50 },
      { reason: 'budget_spent', at: hours(1) },
    ]);
  });
});

it.each([
  [null, null],
  [hours(24 * 14 + 1), null],
  [hours(24 * 14), 14],
  [hours(24 * 7 + 1), 14],
  [hours(24 * 7), 7],
  [hours(25), 7],
  [hours(24), 1],
  [hours(-1), 1],
])('the warning of a grant that ends at %s is that of %s days', (expiresAt, days) => {
  expect(warningAt(expiresAt, now)).toBe(days);
});

it('counts begun days', () => {
  expect([hours(-5), hours(1), hours(24), hours(25)].map((at) => daysLeft(at, now))).toEqual([0, 1, 1, 2]);
});
