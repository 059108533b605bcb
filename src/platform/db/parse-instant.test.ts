import pg from 'pg';
import { expect, it } from 'vitest';
import { parseInstant } from './parse-instant';

const driver = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => unknown;

it.each([
  '2026-11-22 16:11:20+00',
  '2026-11-22 16:11:20.1+00',
  '2026-11-22 16:11:20.123+00',
  '2026-02-28 23:59:59.999999+00',
  '2024-02-29 00:00:00.007+00',
  '1969-12-31 23:59:59.5+00',
  '1970-01-01 00:00:00+00',
  '9999-12-31 23:59:59.999+00',
  '0001-01-01 00:00:00+00',
  '10000-01-01 00:00:00+00',
  '0044-03-15 12:00:00+00 BC',
  '2026-11-22 21:56:20.123+05:45',
  '2026-11-22 08:11:20-08',
  'infinity',
  '-infinity',
])('reads %s as the driver does', (text) => {
  expect(parseInstant(text)).toEqual(driver(text));
});

it('reads every hundredth of a second as the driver does', () => {
  for (let hundredth = 0; hundredth < 100; hundredth += 1) {
    const text = `2026-11-22 16:11:20.${String(hundredth).padStart(2, '0')}+00`;
    expect(parseInstant(text)).toEqual(driver(text));
  }
});
