import { expect, it } from 'vitest';
import { clockOf } from './clock-of';

it.each([
  ['9', '09:00'],
  ['17', '17:00'],
  ['930', '09:30'],
  ['1730', '17:30'],
  ['9.30', '09:30'],
  ['24:00', '24:00'],
  ['24:30', null],
  ['25', null],
  ['12:75', null],
  ['neun', null],
  ['', null],
])('%s → %s', (typed, clock) => {
  expect(clockOf(typed)).toBe(clock);
});
