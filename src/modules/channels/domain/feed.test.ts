import { describe, expect, it } from 'vitest';
import type { ConnectorManifest, Refusal } from '@/connectors/contract';
import { gapSince, intervalOf, secondsToNextTry } from './feed';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const asking = (pollEverySeconds?: number) => ({ pollEverySeconds }) as ConnectorManifest;

describe('the interval of asking', () => {
  it.each([
    ['the manifest’s', 30, null, 30],
    ['a minute where nothing is said', undefined, null, 60],
    ['the network’s where it is slower', 30, 600, 600],
    ['never faster than ours', 30, 5, 30],
    ['a day at most', 30, 1e9, 86_400],
    ['ours where the wish is no number', 30, Number.NaN, 30],
  ])('is %s', (_, own, wished, seconds) => {
    expect(intervalOf(asking(own), wished)).toBe(seconds);
  });
});

describe('a gap', () => {
  it.each([
    ['is none the first time', null, 60, false],
    ['is none within three askings', ago(899), 300, false],
    ['is there after them', ago(901), 300, true],
    ['is none within five minutes, however often we ask', ago(299), 15, false],
    ['is there after them', ago(301), 15, true],
  ])('%s', (_, completeAt, intervalSeconds, isGap) => {
    expect(gapSince({ completeAt, now, intervalSeconds })).toEqual(
      isGap ? { from: completeAt, until: now } : null,
    );
  });
});

describe('the next try', () => {
  const retry: Refusal = { outcome: 'retry', reason: 'network_unavailable' };
  const tryAfter = (refusal: Refusal, failures: number, random: number) =>
    secondsToNextTry({ refusal, failures, random });

  it.each([
    [1, 0, 5],
    [1, 1, 10],
    [4, 1, 80],
    [7, 0.5, 480],
    [8, 1, 900],
    [5000, 1, 900],
  ])('after %i refusals in a row and chance %d comes in %d seconds', (failures, random, seconds) => {
    expect(tryAfter(retry, failures, random)).toBe(seconds);
  });

  it('never comes before the network’s own wish, and never after a day', () => {
    expect(tryAfter({ ...retry, retryAfter: 120 }, 1, 1)).toBe(120);
    expect(tryAfter({ ...retry, retryAfter: 1e9 }, 1, 1)).toBe(86_400);
  });

  it('comes hourly where it mends nothing by itself', () => {
    expect(tryAfter({ outcome: 'failed', reason: 'not_found' }, 1, 0)).toBe(3600);
  });
});
