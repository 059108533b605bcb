import { expect, test } from 'vitest';

test('tests run in an odd time zone', () => {
  expect(new Date('2026-01-01T00:00:00Z').getHours()).toBe(5);
  expect(new Date('2026-01-01T00:00:00Z').getMinutes()).toBe(45);
});
