import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '@/launch/postgres/start-postgres';
import { migrate } from '@/platform/db/migrate';

export interface TestServer {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** Migrated once; every test file gets a clone in milliseconds. */
  template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** One throw-away PostgreSQL for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'rapport-test-'));
  const postgres = await startPostgres({ dir, durable: false });
  const template = new URL(postgres.ownerUrl).pathname.slice(1);
  await migrate(postgres);
  await freeze(postgres.superuserUrl, template);
  const { superuserUrl, ownerUrl, appUrl } = postgres;
  project.provide('testServer', { superuserUrl, ownerUrl, appUrl, template });
  return async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

/** A template must have no connections; the migration's own pool closes only when idle. */
async function freeze(superuserUrl: string, template: string): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [template]);
  await client.end();
}
