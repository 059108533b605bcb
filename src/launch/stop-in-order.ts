import type { Voice } from './voice';

type Stop = () => Promise<unknown>;

export interface Stopping {
  /** What is added last stops first, once it has started. `stop` resolving to false means that it was left running. */
  add<Started extends { stop: Stop }>(name: string, starting: Promise<Started>): Promise<Started>;
  last(run: () => void): void;
  hasBegun(): boolean;
  run(exitCode: number): Promise<never>;
}

/** Stops what was added, in reverse, when this process is asked to end: by Ctrl-C, by SIGTERM, or by `run`. */
export function stopInOrder(voice: Voice): Stopping {
  const stops: { name: string; stop: Stop }[] = [];
  let last = () => {};
  let begun = 0;
  const run = async (exitCode: number): Promise<never> => {
    begun = Date.now();
    for (const { name, stop } of stops.toReversed()) {
      try {
        const left = (await stop()) === false;
        voice.line(left ? `  ${name} goes on: it is not ours alone` : `  ${name} stopped`);
      } catch (error) {
        voice.line(`  ${name} could not be stopped: ${String(error)}`);
      }
    }
    last();
    process.exit(exitCode);
  };
  const onSignal = () => {
    // A terminal's Ctrl-C arrives twice, directly and through npm; only a later one is impatience.
    if (begun === 0) {
      voice.line('\nStopping');
      void run(0);
    } else if (Date.now() - begun > 3000) process.exit(1);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return {
    add(name, starting) {
      // What did not start has cleaned up after itself.
      const started = starting.catch(() => undefined);
      stops.push({ name, stop: async () => (await started)?.stop() });
      return starting;
    },
    last: (then) => {
      last = then;
    },
    hasBegun: () => begun > 0,
    run,
  };
}
