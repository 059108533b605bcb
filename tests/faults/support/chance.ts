/** Random numbers that can be had again: the seed is printed with each run (mulberry32, Tommy Ettinger 2017). */
export interface Chance {
  /** 0–1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True in this share of the cases. */
  in(share: number): boolean;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    in: (share) => next() < share,
    pick: (values) => values[between(0, values.length - 1)] ?? values[0],
  };
}

/** A new seed for each run, or the one given as FAULT_SEED to see a run again. */
export function printedSeed(what: string): number {
  const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
  process.stdout.write(`${what}: FAULT_SEED=${seed}\n`);
  return seed;
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
