import { performance } from 'node:perf_hooks';

export interface Figures {
  p50: number;
  p95: number;
}

/** Percentiles by nearest rank. */
export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** For rates, where more is better: p95 is what 95 % of the rounds reached at least. */
export function rateFiguresOf(samples: readonly number[]): Figures {
  const { p50, p95 } = figuresOf(samples.map((sample) => -sample));
  return { p50: -p50, p95: -p95 };
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export interface Pair {
  ours: number[];
  beside: number[];
}

/**
 * Both in turn, A B A B: whatever slows the machine meets them alike. The first tenth warms up and does not count.
 * @returns milliseconds of each run
 */
export async function interleave(
  rounds: number,
  ours: (round: number) => Promise<unknown>,
  beside: (round: number) => Promise<unknown>,
): Promise<Pair> {
  const pair: Pair = { ours: [], beside: [] };
  const warmUp = Math.ceil(rounds / 10);
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const one = await timed(() => ours(round));
    const other = await timed(() => beside(round));
    if (round < warmUp) continue;
    pair.ours.push(one);
    pair.beside.push(other);
  }
  return pair;
}
