import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/kernel/errors';
import { members, people, predicates } from '../../../tests/factories/predicates';
import { assembleCatalogue } from './catalogue';
import { compilePredicate } from './compile';
import type { Predicate } from './domain/grammar';
import { validatePredicate } from './domain/validate';

const context = {
  workspaceId: '0193a0f0-0000-7000-8000-0000000000ff',
  memberId: members[0],
  now: new Date('2026-03-29T10:00:00Z'),
  timeZone: 'Europe/Berlin',
};
const compile = (predicate: Predicate) => compilePredicate(predicate, people, context);

describe('the compiled condition', () => {
  test.each<[Predicate, string, unknown[]]>([
    [{ all: [] }, 'true', []],
    [{ not: { all: [] } }, 'false', []],
    [{ field: 'language', op: 'is', value: 'de' }, 'p.language = $1::text', ['de']],
    [{ field: 'language', op: 'isNot', value: 'de' }, '(p.language = $1::text) IS NOT TRUE', ['de']],
    [{ not: { field: 'language', op: 'isNot', value: 'de' } }, 'p.language = $1::text', ['de']],
    [{ field: 'owner', op: 'is', value: 'me' }, 'p.owner = $1::uuid', [members[0]]],
    [{ field: 'age', op: 'isMore', value: 3 }, 'p.age > $1::bigint', [3]],
    [{ field: 'name', op: 'contains', value: '50%_\\' }, 'p.name ILIKE $1::text', ['%50\\%\\_\\\\%']],
    [
      {
        not: {
          all: [
            { field: 'isKnown', op: 'isTrue' },
            { field: 'name', op: 'isEmpty' },
          ],
        },
      },
      "((p.is_known = true) IS NOT TRUE OR p.name <> '')",
      [],
    ],
    [
      { field: 'talks.subject', op: 'isEmpty' },
      "(EXISTS (SELECT 1 FROM talk t WHERE t.person = p.id AND t.subject <> '')) IS NOT TRUE",
      [],
    ],
    [
      { field: 'seen', op: 'isOn', value: '2026-03-29' },
      '(p.seen >= $1::timestamptz AND p.seen < $2::timestamptz)',
      ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ],
  ])('%j → %s', (predicate, text, values) => {
    const compiled = compile(predicate);
    expect(compiled.text).toBe(text);
    expect(compiled.values).toEqual(values);
  });

  test('is made for every predicate that is valid, and refused with a place for every other', () => {
    fc.assert(
      fc.property(predicates, (predicate) => {
        const isValid = validatePredicate(predicate, people).ok;
        if (isValid) expect(compile(predicate).text).not.toMatch(/undefined|\[object/);
        else expect(() => compile(predicate)).toThrow(AppError);
      }),
      { numRuns: 1000 },
    );
  });

  test('holds no value of the predicate in its text', () => {
    const name = "'; DROP TABLE person; --";
    expect(compile({ field: 'name', op: 'is', value: name }).text).not.toContain('DROP');
  });
});

test('two fields of one name are refused', () => {
  const field = {
    name: 'age',
    type: 'number',
    labelKey: 'people.age',
    sql: () => ({ column: compile({ all: [] }) }),
  } as const;
  expect(() => assembleCatalogue([{ subject: 'person', fields: [field, field] }], 'person')).toThrow('age');
});
