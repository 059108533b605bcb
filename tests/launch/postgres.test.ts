import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findServer } from '@/launch/postgres/cluster';
import { findRunningPostgres, startPostgres } from '@/launch/postgres/start-postgres';
import { waitUntilGone } from '@/launch/processes';

let dir = '';
const start = (folder = dir) => startPostgres({ dir: folder, durable: false });
const newFolder = () => mkdtempSync(join(tmpdir(), 'rapport-pg-'));

beforeAll(() => {
  dir = newFolder();
});
afterAll(async () => {
  await (await start()).stop();
  rmSync(dir, { recursive: true, force: true });
});

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** A launcher that is killed without a chance to clean up; resolves once it is gone. */
async function startAndKill(): Promise<void> {
  const args = ['--import', 'tsx', 'tests/launch/hold-postgres.ts', dir];
  const launcher: ChildProcess = spawn('node_modules/.bin/node', args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (launcher.stdout) await once(launcher.stdout, 'data');
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
}

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  it('gives an owner that is no superuser and an application role that owns nothing', async () => {
    const { ownerUrl, appUrl, stop } = await start();
    await query(ownerUrl, 'CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION btree_gin');
    await query(ownerUrl, 'CREATE TABLE kept (word text)');
    const roles =
      'SELECT rolsuper OR rolbypassrls OR rolcreaterole AS mighty FROM pg_roles WHERE rolname = current_user';
    expect(await query(ownerUrl, roles)).toEqual([{ mighty: false }]);
    expect(await query(appUrl, roles)).toEqual([{ mighty: false }]);
    await expect(query(appUrl, 'CREATE TABLE mine (word text)')).rejects.toThrow('permission denied');
    await expect(query(appUrl, 'SELECT * FROM kept')).rejects.toThrow('permission denied');
    expect(await stop()).toBe(true);
    expect(findRunningPostgres(dir)).toBeUndefined();
  });

  it('knows umlauts as letters, for search and for lower case', async () => {
    const { ownerUrl, stop } = await start();
    const text = `SELECT lower('MÜLLER') AS lower, similarity('Müller', 'Möller') AS near,
      cardinality(show_trgm('Müller')) AS trigrams, to_tsvector('german', 'Häuser')::text AS stem`;
    const [row] = await query<{ lower: string; trigrams: number; stem: string }>(ownerUrl, text);
    expect(row).toMatchObject({ lower: 'müller', trigrams: 7, stem: "'haus':1" });
    await stop();
  });

  it('keeps its passwords to itself', async () => {
    const { stop, appUrl } = await start();
    expect(statSync(join(dir, 'postgres.json')).mode & 0o777).toBe(0o600);
    const wrong = new URL(appUrl);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await stop();
  });

  it('is adopted when its launcher was killed, and nothing is lost', async () => {
    await startAndKill();
    const orphan = findServer(dir);
    expect(orphan).toBeDefined();
    const { ownerUrl, adopted, server, stop } = await start();
    expect(adopted).toBe(true);
    expect(server.pid).toBe(orphan?.pid);
    await query(ownerUrl, "INSERT INTO kept VALUES ('once')");
    expect(await stop()).toBe(true);
  });

  it('recovers when both were killed', async () => {
    await startAndKill();
    const orphan = findServer(dir);
    if (!orphan) throw new Error('no server was left behind');
    process.kill(orphan.pid, 'SIGKILL');
    await waitUntilGone(orphan, 5000);
    const { ownerUrl, adopted, stop } = await start();
    expect(adopted).toBe(false);
    expect(await query(ownerUrl, 'SELECT word FROM kept')).toEqual([{ word: 'once' }]);
    await stop();
  });

  it('stands beside a second one', async () => {
    const other = newFolder();
    const [one, two] = await Promise.all([start(), start(other)]);
    expect(one.port).not.toBe(two.port);
    expect(findRunningPostgres(other)?.ownerUrl).toBe(two.ownerUrl);
    await expect(query(two.ownerUrl, 'SELECT * FROM kept')).rejects.toThrow('does not exist');
    await Promise.all([one.stop(), two.stop()]);
    rmSync(other, { recursive: true, force: true });
  });
});
