import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

/** Runs before each test file: a database of its own, and the environment that points to it. */
const { superuserUrl, ownerUrl, appUrl, template } = inject('testServer');
const name = `test_${randomBytes(6).toString('hex')}`;

async function asSuperuser(...statements: string[]): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

function inOwnDatabase(address: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

await asSuperuser(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${new URL(ownerUrl).username}`);
process.env.DATABASE_URL = inOwnDatabase(appUrl);
process.env.DATABASE_OWNER_URL = inOwnDatabase(ownerUrl);
process.env.TEST_SUPERUSER_URL = inOwnDatabase(superuserUrl);
process.env.AUTH_SECRET = randomBytes(32).toString('hex');
process.env.KEY_ENCRYPTION_KEYS = `test:${randomBytes(32).toString('base64')}`;
process.env.LOG_LEVEL = 'silent';

afterAll(async () => {
  const { closePools } = await import('@/platform/db/pools');
  await closePools();
  await asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
