import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claim, readJson, writePrivate } from './private-file';
import { isRunning, markOf, type ProcessMark } from './processes';

/** The launcher that serves a data folder; `url` once it answers. */
export type Running = ProcessMark & { url?: string };

const fileOf = (dataFolder: string) => join(dataFolder, 'running.json');

/** The instance that serves this data folder now, or undefined; one that was killed does not count. */
export function findRunning(dataFolder: string): Running | undefined {
  const running = readJson<Running>(fileOf(dataFolder));
  return running && isRunning(running) ? running : undefined;
}

/** Claims the data folder for this process; gives an instance that is just stopping a moment, then returns it. */
export async function claimFolder(dataFolder: string, patience = 4000): Promise<Running | undefined> {
  const end = Date.now() + patience;
  while (claim(fileOf(dataFolder))) {
    if (Date.now() > end) return findRunning(dataFolder);
    await sleep(200);
  }
  return undefined;
}

export function announce(dataFolder: string, url: string): void {
  writePrivate(fileOf(dataFolder), JSON.stringify({ ...markOf(process.pid), url }));
}

export function leaveFolder(dataFolder: string): void {
  rmSync(fileOf(dataFolder), { force: true });
}
