import { expect, test } from 'vitest';
import { people } from '../../../../tests/factories/predicates';
import type { Predicate } from './grammar';
import { validatePredicate } from './validate';

const is = (field: string, value: string | number): Predicate => ({ field, op: 'is', value });

function errorsOf(predicate: Predicate) {
  const result = validatePredicate(predicate, people);
  return result.ok ? [] : result.refusal.map(({ path, reason }) => `${path}: ${reason}`);
}

test.each<[Predicate, string[]]>([
  [{ all: [is('language', 'de'), is('nickname', 'x')] }, ['all.1.field: predicate_field_unknown']],
  [is('toString', 'x'), ['field: predicate_field_unknown']],
  [
    { any: [{ not: { field: 'age', op: 'contains', value: '1' } }] },
    ['any.0.not.op: predicate_operator_unfit'],
  ],
  [{ field: 'isKnown', op: 'isTrue', value: 1 }, ['value: predicate_value_unexpected']],
  [{ field: 'age', op: 'is' }, ['value: predicate_value_missing']],
  [is('age', '5'), ['value: predicate_value_unfit']],
  [is('age', 1.5), ['value: predicate_value_unfit']],
  [is('score', 1.5), []],
  [is('name', ''), ['value: predicate_value_unfit']],
  [is('language', 'it'), ['value: predicate_option_unknown']],
  [is('owner', 'somebody'), ['value: predicate_value_unfit']],
  [is('owner', 'me'), []],
  [{ field: 'seen', op: 'isOn', value: '2026-02-30' }, ['value: predicate_value_unfit']],
  [{ field: 'seen', op: 'isOn', value: '2026-02-28T10:00' }, ['value: predicate_value_unfit']],
  [{ field: 'seen', op: 'isOn', value: '2026-02-28T10:00+01:00' }, []],
  [{ field: 'seen', op: 'isWithin', value: '2026-02-28' }, ['value: predicate_value_unfit']],
  [{ field: 'age', op: 'isBetween', value: { from: 5, to: 4 } }, ['value: predicate_range_reversed']],
  [{ field: 'age', op: 'isAnyOf', value: [1] }, ['op: predicate_operator_unfit']],
])('%j → %j', (predicate, errors) => {
  expect(errorsOf(predicate)).toEqual(errors);
});

const clash = ['all.1: predicate_contradiction'];
test.each<[Predicate[], string[]]>([
  [[is('language', 'de'), is('language', 'en')], clash],
  [[is('language', 'de'), { field: 'language', op: 'isAnyOf', value: ['en', 'fr'] }], clash],
  [[is('language', 'de'), { field: 'language', op: 'isNot', value: 'de' }], clash],
  [
    [
      { field: 'name', op: 'isEmpty' },
      { field: 'name', op: 'contains', value: 'a' },
    ],
    clash,
  ],
  [
    [
      { field: 'isKnown', op: 'isTrue' },
      { field: 'isKnown', op: 'isFalse' },
    ],
    clash,
  ],
  [
    [
      { field: 'age', op: 'isMore', value: 5 },
      { field: 'age', op: 'isLess', value: 5 },
    ],
    clash,
  ],
  [
    [
      { field: 'age', op: 'isAtLeast', value: 5 },
      { field: 'age', op: 'isAtMost', value: 5 },
    ],
    [],
  ],
  [[is('language', 'de'), { field: 'language', op: 'isAnyOf', value: ['de', 'fr'] }], []],
  [[is('talks.subject', 'a'), is('talks.subject', 'b')], []],
  [[is('owner', 'me'), is('owner', '0193a0f0-0000-7000-8000-000000000001')], []],
])('together %j → %j', (all, errors) => {
  expect(errorsOf({ all })).toEqual(errors);
});
