import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scriptSchema } from '@/platform/db/schema-engine';
import { catalogueText, readCatalogue, type SchemaCatalogue } from '../support/schema-catalogue';

const SNAPSHOT = 'prisma/schema.snapshot.sql';
const name = `drift_${process.pid}`;
let migrated: SchemaCatalogue;
let declared: SchemaCatalogue;

async function asSuperuser(statement: string): Promise<void> {
  const url = new URL(inject('testServer').superuserUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  const ownerUrl = process.env.DATABASE_OWNER_URL ?? '';
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  await asSuperuser(`CREATE DATABASE ${name} OWNER ${url.username}`);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(await scriptSchema(ownerUrl));
  await client.end();
  declared = await readCatalogue(url.href);
  migrated = await readCatalogue(ownerUrl);
});

afterAll(() => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

describe('the migrations', () => {
  it('make exactly the columns the Prisma schema declares', () => {
    expect(migrated.columns).toEqual(declared.columns);
  });

  it('make every key, foreign key and index it declares, and more where it cannot say them', () => {
    const missing = (kind: 'constraints' | 'indexes') =>
      declared[kind].filter((line) => !migrated[kind].includes(line));
    expect(missing('constraints')).toEqual([]);
    expect(missing('indexes')).toEqual([]);
  });

  it('have the effect that was reviewed', () => {
    const text = catalogueText(migrated);
    if (process.env.UPDATE_SNAPSHOT) writeFileSync(SNAPSHOT, text);
    expect(text).toBe(readFileSync(SNAPSHOT, 'utf8'));
  });
});
