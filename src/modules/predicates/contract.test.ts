import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { predicates } from '../../../tests/factories/predicates';
import { predicateInput, shapeOfValue } from './contract';

const open = { field: 'status', op: 'is', value: 'open' };
const nested = (depth: number): unknown => (depth === 1 ? open : { not: nested(depth - 1) });

describe('a predicate at the border', () => {
  test('comes back from JSON as it went', () => {
    fc.assert(
      fc.property(predicates, (predicate) => {
        expect(predicateInput.parse(JSON.parse(JSON.stringify(predicate)))).toEqual(predicate);
      }),
    );
  });

  test.each([
    ['an unknown key', { ...open, sql: '1 = 1' }],
    ['a group and a condition at once', { ...open, all: [] }],
    ['an unknown operator', { ...open, op: 'constructor' }],
    ['an empty any', { any: [] }],
    ['an empty list', { ...open, op: 'isAnyOf', value: [] }],
    ['a NUL character', { ...open, value: 'a\u0000b' }],
    ['a number that is none', { ...open, value: Number.NaN }],
    ['nothing', null],
    ['a list', [open]],
    ['an amount of nothing', { ...open, value: { relative: { amount: 0, unit: 'day', direction: 'past' } } }],
    ['too many years', { ...open, value: { relative: { amount: 501, unit: 'year', direction: 'past' } } }],
  ])('is refused with %s', (_, input) => {
    expect(predicateInput.safeParse(input).success).toBe(false);
  });

  test('has at most eight levels and two hundred nodes', () => {
    expect(predicateInput.safeParse(nested(8)).success).toBe(true);
    expect(predicateInput.safeParse(nested(9)).success).toBe(false);
    expect(predicateInput.safeParse({ all: Array(199).fill(open) }).success).toBe(true);
    expect(predicateInput.safeParse({ all: Array(200).fill(open) }).success).toBe(false);
  });

  test('is refused, not a crash, at any depth', () => {
    let deep: unknown = open;
    for (let level = 0; level < 100_000; level += 1) deep = { all: [deep] };
    expect(predicateInput.safeParse(deep).error?.issues[0]?.message).toBe('predicate_too_large');
  });
});

test('an interface learns what to draw beside an operator', () => {
  expect([shapeOfValue('isEmpty'), shapeOfValue('isAnyOf'), shapeOfValue('isWithin')]).toEqual([
    'none',
    'list',
    'period',
  ]);
});

test.each([
  [{ all: [open, { ...open, value: { relative: 1 } }] }, 'all.1.value'],
  [{ any: [{ not: { ...open, op: 'equals' } }] }, 'any.0.not.op'],
  [{ all: [{ all: open }] }, 'all.0.all'],
  [{ not: null }, 'not'],
])('%j is refused at %s', (input, path) => {
  const issues = predicateInput.safeParse(input).error?.issues ?? [];
  expect(issues.map((issue) => issue.path.join('.'))).toEqual([path]);
});
