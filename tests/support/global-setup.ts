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
  const superuser = new pg.Client({ connectionString: postgres.superuserUrl });
  await superuser.connect();
  await superuser.query(`ALTER DATABASE ${template} IS_TEMPLATE true ALLOW_CONNECTIONS false`).catch(() => {});
  await superuser.end();
  const { superuserUrl, ownerUrl, appUrl } = postgres;
  project.provide('testServer', { superuserUrl, ownerUrl, appUrl, template });
  return async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
