import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, markOf, type ProcessMark, signal, startOf, waitUntilGone } from '../processes';
import type { Account } from './account';

/** A folder holding one cluster (`pg/`), its log and its state; `account` is undefined when we run as ourselves. */
export interface Cluster {
  dir: string;
  binaries: string;
  account: Account | undefined;
}

/** Nothing of ours, our secrets least of all. */
const bareVariables = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin', NODE_ENV: 'production' as const };

export const dataOf = (cluster: Pick<Cluster, 'dir'>) => join(cluster.dir, 'pg');
export const logOf = (cluster: Pick<Cluster, 'dir'>) => join(cluster.dir, 'postgres.log');

/** Creates the cluster unless it is there; one that was interrupted half-way is begun again. */
export async function initialise(cluster: Cluster, superuserPassword: string): Promise<void> {
  if (existsSync(join(dataOf(cluster), 'PG_VERSION'))) return refuseOtherVersion(cluster);
  const draft = `${dataOf(cluster)}.new`;
  const passwordFile = join(cluster.dir, 'initdb-password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  own(cluster, draft, passwordFile);
  const order = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const locale = [...order, `--lc-ctype=${characterLocale()}`];
  const access = ['--auth=scram-sha-256', '--username=rapport_admin', `--pwfile=${passwordFile}`];
  try {
    await run(cluster, 'initdb', [`--pgdata=${draft}`, ...access, ...locale]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, dataOf(cluster));
}

/** pg_trgm asks the system what a letter is: under plain C the ü of Müller is none and is lost to search. */
function characterLocale(): string {
  try {
    const names = execFileSync('locale', ['-a'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\n');
    const unicode = names.filter((name) => /utf-?8$/i.test(name));
    return (
      unicode.find((name) => /^C\./.test(name)) ??
      unicode.find((name) => /^en_US/.test(name)) ??
      unicode[0] ??
      'C'
    );
  } catch {
    return 'C';
  }
}

function refuseOtherVersion(cluster: Cluster): void {
  const found = readFileSync(join(dataOf(cluster), 'PG_VERSION'), 'utf8').trim();
  const catalogue = readLines(join(cluster.binaries, 'share/postgresql/postgres.bki'))[0] ?? '';
  const brought = /PostgreSQL (\d+)/.exec(catalogue)?.[1];
  if (!brought || brought === found) return;
  const advice = 'Dump it with that version and load it into a new data folder.';
  throw new Error(
    `${dataOf(cluster)} was written by PostgreSQL ${found}, Rapport brings ${brought}. ${advice}`,
  );
}

function own(cluster: Cluster, ...paths: string[]): void {
  if (!cluster.account) return;
  for (const path of paths) chownSync(path, cluster.account.uid, cluster.account.gid);
}

/** The postmaster that serves this folder, whoever started it. */
export function findServer(dir: string): (ProcessMark & { port: number; isReady: boolean }) | undefined {
  const lines = readLines(join(dir, 'pg', 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (!pid || startOf(pid) === undefined || !serves(pid, dir)) return undefined;
  return { ...markOf(pid), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** After a crash the number in postmaster.pid may belong to anyone; PostgreSQL would refuse to start. */
export function clearStalePid(dir: string): void {
  if (!findServer(dir)) rmSync(join(dir, 'pg', 'postmaster.pid'), { force: true });
}

function serves(pid: number, dir: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(join(dir, 'pg'));
  } catch {
    return process.platform !== 'linux';
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Starts the server in a process group of its own, so that Ctrl-C reaches the launcher alone; resolves when it is ready. */
export async function launch(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<ProcessMark> {
  const log = logOf(cluster);
  const isLong = existsSync(log) && statSync(log).size > 5_000_000;
  const output = openSync(log, isLong ? 'w' : 'a', 0o600);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    join(cluster.binaries, 'bin/postgres'),
    ['-D', dataOf(cluster), '-p', String(port), ...options],
    {
      ...identity(cluster),
      cwd: cluster.account ? '/' : cluster.dir,
      detached: true,
      env: bareVariables,
      stdio: ['ignore', output, output],
    },
  );
  closeSync(output);
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code) => {
    failure = `it ended with code ${code}`;
  });
  child.unref();
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(20)) {
    if (failure !== undefined) throw new Error(`PostgreSQL did not start: ${failure}\n${logTail(log)}`);
    const server = findServer(cluster.dir);
    if (server?.isReady && server.pid === child.pid) return markOf(server.pid);
  }
  throw new Error(`PostgreSQL was not ready after two minutes\n${logTail(log)}`);
}

function logTail(log: string): string {
  return readLines(log).slice(-8).join('\n');
}

/** Fast shutdown, then an immediate one (which recovers at the next start) if that takes longer than 30 s. */
export async function stopServer(server: ProcessMark): Promise<void> {
  if (!isRunning(server)) return;
  signal(server.pid, 'SIGINT');
  if (await waitUntilGone(server, 30_000)) return;
  signal(server.pid, 'SIGQUIT');
  await waitUntilGone(server, 10_000);
}

function identity(cluster: Cluster): { uid?: number; gid?: number } {
  return cluster.account ? { uid: cluster.account.uid, gid: cluster.account.gid } : {};
}

function run(cluster: Cluster, program: string, args: string[]): Promise<void> {
  const path = join(cluster.binaries, 'bin', program);
  const options = { ...identity(cluster), cwd: '/', env: bareVariables };
  const child = spawn(path, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} failed (${code}): ${errors}`)),
    );
  });
}

/** Makes the folder one that the account can enter and write; false when a folder above it is closed to it. */
export function openFolder(dir: string, account: Account | undefined): boolean {
  mkdirSync(dir, { recursive: true });
  if (!account) return true;
  for (let path = join(dir, '..'); ; path = join(path, '..')) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === '/') break;
  }
  chownSync(dir, account.uid, account.gid);
  chmodSync(dir, 0o700);
  return true;
}
