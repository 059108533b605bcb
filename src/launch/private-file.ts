import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, markOf, type ProcessMark } from './processes';

/** The parsed content, or undefined when the file is missing or was cut short. */
export function readJson<Content>(file: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content;
  } catch {
    return undefined;
  }
}

/** Replaces the file in one step, readable by its owner only. */
export function writePrivate(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, file);
}

/** Claims a file for this process; returns who holds it instead, if that process still runs. */
export function claim(file: string): ProcessMark | undefined {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(markOf(process.pid)), { mode: 0o600, flag: 'wx' });
      return undefined;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = readJson<ProcessMark>(file);
    if (holder && isRunning(holder)) return holder;
    rmSync(file, { force: true });
  }
  throw new Error(`${file} could not be claimed`);
}

/** Runs while holding the lock file, after waiting up to `patience` milliseconds for another process to let go of it. */
export async function withLock<Result>(
  file: string,
  run: () => Promise<Result>,
  patience = 60_000,
): Promise<Result> {
  const end = Date.now() + patience;
  for (let holder = claim(file); holder; holder = claim(file)) {
    if (Date.now() > end) throw new Error(`Process ${holder.pid} has held ${file} for ${patience / 1000} s`);
    await sleep(100);
  }
  try {
    return await run();
  } finally {
    rmSync(file, { force: true });
  }
}

/** How many other live processes hold the folder; marks of dead ones are cleared away. */
export function otherHolders(folder: string): number {
  if (!existsSync(folder)) return 0;
  const marks = readdirSync(folder).map((name) => ({
    name,
    mark: readJson<ProcessMark>(join(folder, name)),
  }));
  const others = marks.filter(({ mark }) => mark && mark.pid !== process.pid);
  for (const { name, mark } of others)
    if (mark && !isRunning(mark)) rmSync(join(folder, name), { force: true });
  return others.filter(({ mark }) => mark && isRunning(mark)).length;
}

export function hold(folder: string): void {
  writePrivate(join(folder, String(process.pid)), JSON.stringify(markOf(process.pid)));
}

export function release(folder: string): void {
  rmSync(join(folder, String(process.pid)), { force: true });
}
