import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('./bluesky/', import.meta.url));
const REDIS = '/usr/bin/redis-server';

export interface BlueskyNetwork {
  pdsUrl: string;
  /** Takes Bluesky's view of the network, or the server of the accounts, down and up again. */
  order(order: 'stopAppView' | 'startAppView' | 'stopPds' | 'startPds'): Promise<void>;
  close(): Promise<void>;
}

/** Bluesky's servers as npm packages, 460 MB, and Redis. @throws saying so where they cannot be had */
async function install(): Promise<void> {
  const lock = await readFile(join(folder, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = join(folder, 'node_modules/.installed');
  try {
    if ((await readFile(stamp, 'utf8').catch(() => '')) !== hash) {
      await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
      await writeFile(stamp, hash);
    }
    if (existsSync(REDIS)) return;
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'redis-server'], { env });
  } catch (error) {
    const need =
      'These tests speak to a Bluesky network of their own: npm has to reach its registry, and on Debian';
    throw new Error(`${need} apt its mirrors (redis-server). ${String(error).slice(0, 500)}`);
  }
}

/**
 * A PLC directory, a PDS and an AppView with PostgreSQL and Redis, on free loopback ports.
 * @param superuserUrl a PostgreSQL that may be given a database for it
 */
export async function startBluesky(superuserUrl: string): Promise<BlueskyNetwork> {
  await install();
  const work = await mkdtemp(join(tmpdir(), 'rapport-bluesky-'));
  const database = `bluesky_${randomBytes(6).toString('hex')}`;
  const asSuperuser = async (statement: string) => {
    const client = new pg.Client({ connectionString: inDatabase(superuserUrl, 'postgres') });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await asSuperuser(`CREATE DATABASE ${database}`);
  const redisPort = await freePort();
  const options = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', work];
  const redis = spawn(REDIS, options, { stdio: 'ignore' });
  const child = fork(join(folder, 'network.mjs'), [], {
    execArgv: [],
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      TMPDIR: work,
      LOG_ENABLED: 'false',
      DB_POSTGRES_URL: inDatabase(superuserUrl, database),
      DB_POSTGRES_SCHEMA: 'dev',
      REDIS_HOST: `127.0.0.1:${redisPort}`,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const close = async () => {
    await Promise.all([end(child), end(redis)]);
    await asSuperuser(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const ask = speakTo(child);
    const { pdsUrl = '' } = await ask();
    return { pdsUrl, order: async (order) => void (await ask(order)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function inDatabase(address: string, name: string): string {
  return Object.assign(new URL(address), { pathname: `/${name}` }).href;
}

interface Told {
  pdsUrl?: string;
  error?: string;
}

/** Gives an order and waits until it is done; without one, waits until the network is there. */
function speakTo(child: ChildProcess): (order?: string) => Promise<Told> {
  const written: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => written.push(chunk));
  return (order) =>
    new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`Bluesky's servers ended\n${Buffer.concat(written)}`));
      child.once('exit', fail);
      child.once('message', (told: Told) => {
        child.off('exit', fail);
        if (told.error) reject(new Error(told.error));
        else resolve(told);
      });
      if (order !== undefined) child.send({ order });
    });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
