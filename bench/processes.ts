import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { childVariables } from '../src/platform/env';

export interface Running {
  /** Without a slash at its end; empty for a process that does not listen. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a process of ours as production does and waits until it says that it is ready, or until it answers.
 * @param file what to run, from the checkout's root
 */
export async function start(
  file: string,
  { args = [], variables = {}, saysReady = true }: StartOptions = {},
): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const own = { PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, NEXT_TELEMETRY_DISABLED: '1' };
  const child = fork(file, [...args.map((arg) => arg.replace('{port}', String(port)))], {
    env: { ...childVariables(['DATABASE_OWNER_URL']), ...own, ...variables },
    execArgv: file.endsWith('.ts') ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const failed = ended.then((code) =>
    Promise.reject(new Error(`${file} ended with ${code} before it was ready`)),
  );
  await Promise.race([saysReady ? once(child, 'message') : answers(url), failed]);
  failed.catch(() => {});
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), 8000);
      await ended;
      clearTimeout(killer);
    },
  };
}

export interface StartOptions {
  /** `{port}` stands for the port chosen. */
  args?: readonly string[];
  variables?: Record<string, string>;
  /** False for a program that is not ours: it is asked until it answers. */
  saysReady?: boolean;
}

async function answers(url: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const isUp = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within a minute`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
