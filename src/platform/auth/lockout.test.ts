import { expect, it } from 'vitest';
import { lockMinutes } from './lockout';

it('locks from the fifth failure on, twice as long each time, an hour at most', () => {
  expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 40].map(lockMinutes)).toEqual([
    0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60,
  ]);
});
