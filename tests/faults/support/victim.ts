import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

export interface Victim {
  /** Resolves when the process says so; rejects when it ends before. */
  ready: Promise<void>;
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
  /** The friendly end. */
  stop(): Promise<void>;
}

/** A real process of ours on this test's database, to be killed. What it prints is shown only where it fails to start. */
export function startVictim(
  file: string,
  variables: Record<string, string> = {},
  args: readonly string[] = [],
): Victim {
  const child = fork(file, [...args], {
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...variables },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'exit');
  const ready = Promise.race([
    once(child, 'message').then(() => {}),
    ended.then(([code, signal]) => {
      throw new Error(`ended before it was ready (${code ?? signal}):\n${output.slice(-4000)}`);
    }),
  ]);
  // Whoever kills it before it is ready does not wait for this.
  ready.catch(() => {});
  return { ready, kill: () => end(child, ended, 'SIGKILL'), stop: () => end(child, ended, 'SIGTERM') };
}

async function end(child: ChildProcess, ended: Promise<unknown>, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await ended;
}
