import type { ConnectorManifest, Refusal } from '@/connectors/contract';

/** How often a network is asked where its manifest says nothing, seconds. */
const DEFAULT_INTERVAL_SECONDS = 60;
/** Shorter absences are the ordinary unevenness of asking, seconds. */
const SHORTEST_GAP_SECONDS = 300;
const FIRST_DELAY_SECONDS = 10;
const LONGEST_DELAY_SECONDS = 900;
/** What another try does not mend by itself is asked this seldom, seconds. */
const SLOW_SECONDS = 3600;
/** A network that asks for more patience than this is asked after it all the same, seconds. */
const MOST_PATIENCE_SECONDS = 86_400;

/** Seconds between two askings: ours, or the pace the network wished for where that is slower. */
export function intervalOf(
  manifest: Pick<ConnectorManifest, 'pollEverySeconds'> | undefined,
  pauseSeconds: number | null | undefined,
): number {
  const own = manifest?.pollEverySeconds ?? DEFAULT_INTERVAL_SECONDS;
  const wished = Number.isFinite(pauseSeconds) ? Number(pauseSeconds) : 0;
  return Math.max(own, Math.min(wished, MOST_PATIENCE_SECONDS));
}

export interface GapFacts {
  /** When everything there was had been fetched; null the first time. */
  completeAt: Date | null;
  now: Date;
  /** Seconds, `intervalOf`. */
  intervalSeconds: number;
}

/** The time we were away, where it is longer than three askings and five minutes; else null. */
export function gapSince({ completeAt, now, intervalSeconds }: GapFacts): { from: Date; until: Date } | null {
  if (!completeAt) return null;
  const away = (now.getTime() - completeAt.getTime()) / 1000;
  return away > Math.max(3 * intervalSeconds, SHORTEST_GAP_SECONDS) ? { from: completeAt, until: now } : null;
}

export interface RefusedFacts {
  refusal: Refusal;
  /** Refusals in a row, this one included. */
  failures: number;
  /** 0–1, for the jitter. */
  random: number;
}

/**
 * Seconds until a refused asking is tried again: 10 s doubling to 15 min, half of it random ("equal jitter", Brooker
 * 2015), never before the network's own wish; hourly where another try mends nothing by itself.
 */
export function secondsToNextTry({ refusal, failures, random }: RefusedFacts): number {
  if (refusal.outcome === 'failed') return SLOW_SECONDS;
  const ceiling = Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** Math.min(failures - 1, 20));
  const wished = Math.min(refusal.retryAfter ?? 0, MOST_PATIENCE_SECONDS);
  return Math.max(ceiling / 2 + (ceiling / 2) * random, wished);
}
