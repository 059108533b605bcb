import fc from 'fast-check';
import { compilePredicate } from '../../src/modules/predicates/compile';
import { interpretPredicate, type Row } from '../../src/modules/predicates/domain/interpret';
import { validatePredicate } from '../../src/modules/predicates/domain/validate';
import { type Sql, sql } from '../../src/platform/db/sql';
import { members, moments, people, predicates, texts } from './predicates';

/** Runs one statement on a connection of its own that keeps temporary tables between calls. */
export type RunSql = (statement: Sql) => Promise<readonly Record<string, unknown>[]>;

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 3 });
const person = fc.record({
  name: maybe(
    fc.oneof(
      texts,
      fc.constant(''),
      fc.tuple(texts, texts).map(([a, b]) => a + b),
    ),
  ),
  age: maybe(fc.integer({ min: -3, max: 12 })),
  score: maybe(fc.integer({ min: -12, max: 48 }).map((quarter) => quarter / 4)),
  seen: maybe(moments),
  language: maybe(fc.constantFrom('de', 'en', 'fr')),
  isKnown: maybe(fc.boolean()),
  owner: maybe(fc.constantFrom(...members)),
  labels: fc.array(fc.oneof(texts, fc.constant('')), { maxLength: 3 }),
  'talks.subject': fc.array(fc.oneof(texts, fc.constant('')), { maxLength: 3 }),
});

const TABLES = [
  sql`CREATE TEMPORARY TABLE person (id int, name text, age int, score numeric, seen timestamptz, language text, is_known boolean, owner uuid)`,
  sql`CREATE TEMPORARY TABLE label (person int, text text)`,
  sql`CREATE TEMPORARY TABLE talk (person int, subject text)`,
];

export interface Agreement {
  /** Predicates that could be meant, and the pairs of predicate and person compared. */
  predicates: number;
  comparisons: number;
  /** Of those, how many held: both answers must be common for the comparison to say something. */
  held: number;
  disagreements: readonly string[];
}

/** Compares compiled SQL with the interpreter over random predicates and random people, nulls included. */
export async function measureAgreement(run: RunSql, count: number, seed: number): Promise<Agreement> {
  const rows: readonly Row[] = fc.sample(person, { numRuns: 80, seed });
  for (const table of TABLES) await run(table);
  for (const [id, row] of rows.entries()) await insert(run, id, row);
  const valid = fc
    .sample(predicates, { numRuns: count * 2, seed })
    .filter((predicate) => validatePredicate(predicate, people).ok)
    .slice(0, count);
  const disagreements: string[] = [];
  let held = 0;
  for (const [index, predicate] of valid.entries()) {
    const context = {
      workspaceId: '0193a0f0-0000-7000-8000-0000000000ff',
      memberId: members[0],
      now: new Date(Date.parse('2026-03-29T00:30:00Z') + (index % 2) * 210 * 86_400_000),
      timeZone: index % 3 === 0 ? 'America/New_York' : 'Europe/Berlin',
    };
    const found = await run(
      sql`SELECT p.id FROM person p WHERE ${compilePredicate(predicate, people, context)}`,
    );
    const ids = new Set(found.map((row) => Number(row.id)));
    held += ids.size;
    for (const [id, row] of rows.entries()) {
      if (interpretPredicate(predicate, row, context) === ids.has(id)) continue;
      disagreements.push(`${JSON.stringify(predicate)} of ${JSON.stringify(row)}: SQL says ${ids.has(id)}`);
    }
  }
  return { predicates: valid.length, comparisons: valid.length * rows.length, held, disagreements };
}

async function insert(run: RunSql, id: number, row: Row): Promise<void> {
  await run(sql`INSERT INTO person VALUES (${id}, ${row.name}, ${row.age}, ${row.score}, ${row.seen},
    ${row.language}, ${row.isKnown}, ${row.owner})`);
  await run(sql`INSERT INTO label SELECT ${id}::int, unnest(${row.labels}::text[])`);
  await run(sql`INSERT INTO talk SELECT ${id}::int, unnest(${row['talks.subject']}::text[])`);
}
