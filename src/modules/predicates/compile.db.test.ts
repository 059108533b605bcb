import pg from 'pg';
import { expect, test } from 'vitest';
import { measureAgreement } from '../../../tests/factories/predicate-agreement';

test('compiled SQL says what the plain reading says, over the changes of the clocks and with values missing', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const agreement = await measureAgreement(
      async ({ text, values }) => (await client.query<Record<string, unknown>>(text, values)).rows,
      5000,
      20260329,
    );
    expect(agreement.disagreements).toEqual([]);
    expect(agreement.predicates).toBe(5000);
    // Both answers are common, so that agreeing means something.
    expect(agreement.held / agreement.comparisons).toBeGreaterThan(0.2);
    expect(agreement.held / agreement.comparisons).toBeLessThan(0.8);
  } finally {
    await client.end();
  }
});
