import { expect, test } from 'vitest';
import { moved, placeAt } from './moved';

test.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [0, -1, 'abc'],
  [0, 9, 'bca'],
  [7, 0, 'abc'],
])('from %i to %i', (from, to, expected) => {
  expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(expected);
});

test('a dragged thing stands behind those above it', () => {
  expect([0, 15, 40].map((y) => placeAt(y, [10, 20, 30]))).toEqual([0, 1, 3]);
});
