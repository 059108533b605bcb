import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { markOf, signal, waitUntilGone } from './processes';
import { Refusal, type Voice } from './voice';

export interface ProcessPlan {
  name: string;
  command: string;
  args: readonly string[];
  variables: NodeJS.ProcessEnv;
  /** False when the process cannot say that it is ready (it runs behind a watcher). */
  saysReady: boolean;
}

export interface Supervised {
  /** SIGTERM, then SIGKILL after `patience` milliseconds. */
  stop(patience?: number): Promise<void>;
}

const startWithin = 90_000;
const steadyAfter = 60_000;

/**
 * Runs a process and starts it again when it ends by itself, after 1, 2, 4 … 30 s; resolves once it is ready.
 * Rejects with Refusal when it ends before it was ever ready.
 */
export async function supervise(plan: ProcessPlan, voice: Voice): Promise<Supervised> {
  let isStopping = false;
  let wasReady = false;
  let failures = 0;
  let child = begin(plan);
  const restart = async (code: number | null, by: NodeJS.Signals | null, lived: number) => {
    failures = lived > steadyAfter ? 1 : failures + 1;
    const pause = Math.min(30, 2 ** (failures - 1));
    voice.line(`  ${plan.name} ended (${by ?? `code ${code}`}); starting it again in ${pause} s`);
    await sleep(pause * 1000);
    if (isStopping) return;
    child = begin(plan);
    watch(child);
    void whenReady(plan, child).then(
      () => voice.line(`  ${plan.name} is back`),
      () => undefined,
    );
  };
  const watch = (watched: ChildProcess) => {
    const began = Date.now();
    watched.once('exit', (code, by) => {
      if (!isStopping && wasReady) void restart(code, by, Date.now() - began);
    });
  };
  watch(child);
  const stop = async (patience = 10_000) => {
    isStopping = true;
    await end(child, patience);
  };
  try {
    await whenReady(plan, child);
    wasReady = true;
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** In a process group of its own, so that Ctrl-C reaches the launcher alone, which stops things in order. */
function begin(plan: ProcessPlan): ChildProcess {
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
  return spawn(plan.command, plan.args, { env: plan.variables, stdio: [...stdio], detached: true });
}

function whenReady(plan: ProcessPlan, child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Refusal(`${plan.name} was not ready after ${startWithin / 1000} s`)),
      startWithin,
    );
    const settle = (run: () => void) => {
      clearTimeout(late);
      run();
    };
    child.on('message', (message) => message === 'ready' && settle(resolve));
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code, by) =>
      settle(() => reject(new Refusal(`${plan.name} ended before it was ready (${by ?? `code ${code}`})`))),
    );
    if (!plan.saysReady) child.once('spawn', () => settle(resolve));
  });
}

async function end(child: ChildProcess, patience: number): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const mark = markOf(child.pid);
  signal(child.pid, 'SIGTERM');
  if (await waitUntilGone(mark, patience)) return;
  signal(-child.pid, 'SIGKILL');
  await waitUntilGone(mark, 5000);
}
