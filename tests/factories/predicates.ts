import fc from 'fast-check';
import {
  assembleCatalogue,
  type Catalogue,
  type FieldDefinition,
  type FieldSet,
} from '../../src/modules/predicates/catalogue';
import type { ConditionValue, Predicate } from '../../src/modules/predicates/domain/grammar';
import { operatorsByType, valueShapes } from '../../src/modules/predicates/domain/operators';
import { type Sql, sql } from '../../src/platform/db/sql';

/** People as a table `person p (name text, age int, score numeric, seen timestamptz, language text, is_known boolean, owner uuid)` and `label l (person int, text text)`. */
const column = (source: Sql) => () => ({ column: source });
const fields: FieldDefinition[] = [
  { name: 'name', type: 'text', labelKey: 'people.name', sql: column(sql`p.name`) },
  { name: 'age', type: 'number', isInteger: true, labelKey: 'people.age', sql: column(sql`p.age`) },
  { name: 'score', type: 'number', labelKey: 'people.score', sql: column(sql`p.score`) },
  { name: 'seen', type: 'date', labelKey: 'people.seen', sql: column(sql`p.seen`) },
  {
    name: 'language',
    type: 'choice',
    labelKey: 'people.language',
    options: [
      { value: 'de', labelKey: 'people.german' },
      { value: 'en', labelKey: 'people.english' },
      { value: 'fr', label: 'Français' },
    ],
    sql: column(sql`p.language`),
  },
  { name: 'isKnown', type: 'boolean', labelKey: 'people.isKnown', sql: column(sql`p.is_known`) },
  {
    name: 'owner',
    type: 'reference',
    refersTo: 'member',
    labelKey: 'people.owner',
    sql: column(sql`p.owner`),
  },
  {
    name: 'labels',
    type: 'multi',
    hasMany: true,
    labelKey: 'people.labels',
    sql: () => ({
      column: sql`l.text`,
      wrap: (comparison) => sql`EXISTS (SELECT 1 FROM label l WHERE l.person = p.id AND ${comparison})`,
    }),
  },
];
const talk: FieldDefinition = {
  name: 'subject',
  type: 'text',
  labelKey: 'talks.subject',
  sql: column(sql`t.subject`),
};
const sets: FieldSet[] = [
  { subject: 'person', fields },
  { subject: 'talk', fields: [talk] },
  {
    subject: 'person',
    fields: [],
    links: [
      {
        name: 'talks',
        to: 'talk',
        hasMany: true,
        wrap: (comparison) => sql`EXISTS (SELECT 1 FROM talk t WHERE t.person = p.id AND ${comparison})`,
      },
    ],
  },
];

export const people: Catalogue = assembleCatalogue(sets, 'person');

export const members = [
  '0193a0f0-0000-7000-8000-000000000001',
  '0193a0f0-0000-7000-8000-000000000002',
] as const;

/** Few and awkward, so that random rows meet random conditions: wildcards, quotes, case, umlauts. */
export const words = ['a', 'Ab', 'ABC', 'ä', 'Über', '%', '_', '\\', "it's", 'de', 'x%y'] as const;
export const texts = fc.constantFrom(...words);
/** Around both changes of the clocks in Berlin, midnight and the quarter hours beside it. */
export const moments = fc
  .tuple(fc.constantFrom('2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2026-10-26'), fc.nat(95))
  .map(([day, quarter]) => new Date(Date.parse(`${day}T00:00:00Z`) + quarter * 900_000));
const relative = fc.record({
  relative: fc.record({
    amount: fc.integer({ min: 1, max: 40 }),
    unit: fc.constantFrom(
      'minute' as const,
      'hour' as const,
      'day' as const,
      'week' as const,
      'month' as const,
    ),
    direction: fc.constantFrom('past' as const, 'future' as const),
  }),
});
const day = fc.constantFrom(
  '2026-03-28',
  '2026-03-29',
  '2026-03-30',
  '2026-10-24',
  '2026-10-25',
  '2026-10-26',
);
const point = fc.oneof(
  day,
  moments.map((at) => at.toISOString()),
  relative,
);

function aValueOf(field: FieldDefinition): fc.Arbitrary<ConditionValue> {
  if (field.type === 'number') {
    return fc.integer({ min: -3, max: 12 }).map((value) => (field.isInteger ? value : value / 4));
  }
  if (field.type === 'date') return point;
  if (field.type === 'reference') return fc.constantFrom(...members, 'me');
  return field.options ? fc.constantFrom(...field.options.map((option) => option.value)) : texts;
}

const condition: fc.Arbitrary<Predicate> = fc.constantFrom(...people.values()).chain((field) =>
  fc.constantFrom(...operatorsByType[field.type]).chain((op): fc.Arbitrary<Predicate> => {
    const one = aValueOf(field);
    switch (valueShapes[op]) {
      case 'none':
        return fc.constant({ field: field.name, op });
      case 'period':
        return relative.map((value) => ({ field: field.name, op, value }));
      case 'list':
        return fc
          .array(one as fc.Arbitrary<string>, { minLength: 1, maxLength: 3 })
          .map((value) => ({ field: field.name, op, value }));
      case 'range':
        return fc
          .tuple(one as fc.Arbitrary<string>, one as fc.Arbitrary<string>)
          .map(([from, to]) => ({ field: field.name, op, value: { from, to } }));
      case 'one':
        return one.map((value) => ({ field: field.name, op, value }));
    }
  }),
);

/** Well-formed predicates over `people`; some still mean nothing (a contradiction, a range from late to early). */
export const predicates: fc.Arbitrary<Predicate> = fc.letrec<{ node: Predicate }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    condition,
    fc.array(tie('node'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
})).node;
