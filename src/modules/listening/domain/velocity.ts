/** How often something had happened to a post by then; instants in milliseconds. */
export interface Point {
  at: number;
  count: number;
}

/** The counts of one signal of one post, oldest first. */
export interface Series {
  sentAt: number;
  points: readonly Point[];
}

export type Signal = 'replies' | 'shares' | 'views';

export interface Velocity {
  /** What came within `hours`. */
  amount: number;
  hours: number;
  perHour: number;
}

export interface Usual {
  median: number;
  /** Median absolute deviation from the median. */
  deviation: number;
  /** Posts it was told from. */
  posts: number;
}

export interface Spread extends Velocity {
  signal: Signal;
  /** A multiple of the usual velocity `against` this author or this channel. */
  times: number;
  against: 'author' | 'channel';
}

const HOUR = 3_600_000;
const WINDOW_HOURS = 2;
/** Two counts minutes apart say little about an hour. */
const SHORTEST_HOURS = 0.5;
const LEAST_POSTS = 5;
/** A velocity below these, per hour, is never called spreading. */
export const floors: Record<Signal, number> = { replies: 6, shares: 6, views: 600 };
const DEVIATIONS = 6;
/** Makes the median absolute deviation an estimate of a normal distribution's standard deviation. */
const NORMAL = 1.4826;
const LEAST_WEIGHT = 0.25;
const FALSE_ALARM = 0.8;

/** The weight of a signal's rule after so many false alarms: 1, and a fifth less with each, never below 0.25. */
export function weightAfter(falseAlarms: number): number {
  return Math.max(LEAST_WEIGHT, FALSE_ALARM ** falseAlarms);
}

/**
 * How fast it went by `until`: what was added since the last count at least two hours before the newest one, or
 * since the post was sent. Null where nothing was counted by then.
 */
export function velocityAt({ sentAt, points }: Series, until: number): Velocity | null {
  const newest = points.findLast(({ at }) => at <= until);
  if (!newest) return null;
  const before = points.findLast(({ at }) => at <= newest.at - WINDOW_HOURS * HOUR);
  const from = before ?? { at: sentAt, count: 0 };
  const hours = Math.max((newest.at - from.at) / HOUR, SHORTEST_HOURS);
  const amount = Math.max(0, newest.count - from.count);
  return { amount, hours, perHour: amount / hours };
}

/** The usual velocity of other posts when they were as old as this one is (milliseconds). */
export function usualAt(others: readonly Series[], age: number): Usual {
  const values = others.flatMap((one) => velocityAt(one, one.sentAt + age)?.perHour ?? []);
  const median = medianOf(values);
  return { median, deviation: medianOf(values.map((one) => Math.abs(one - median))), posts: values.length };
}

/**
 * Whether a post spreads: its velocity v is at least the signal's floor, and at least
 * `m + 6 · s`, with m the median of other posts at the same age and s = max(1.4826 · MAD, m / 3, floor / 6),
 * both against the author's own posts and against the channel's (of whichever there are five at least; without
 * either, v has to be three times the floor). False alarms raise floor and distance: both are divided by the weight.
 * The distance is the Hampel identifier (F. Hampel, 1974; C. Leys et al., “Detecting outliers: do not use standard
 * deviation around the mean, use absolute deviation around the median”, 2013); 6 in place of their 3, because counts
 * of shares are skewed and every post is looked at again and again. The least s keeps an author whose posts all fare
 * alike from being an alarm with each.
 */
export function judge(
  signal: Signal,
  velocity: Velocity,
  usual: { author: Usual; channel: Usual },
  weight: number,
): Spread | null {
  const floor = floors[signal];
  const known = (['author', 'channel'] as const).filter((whose) => usual[whose].posts >= LEAST_POSTS);
  const least = known.length === 0 ? 3 * floor : floor;
  if (velocity.perHour < least / weight) return null;
  const limitOf = ({ median, deviation }: Usual) =>
    median + (DEVIATIONS / weight) * Math.max(NORMAL * deviation, median / 3, floor / DEVIATIONS);
  if (known.some((whose) => velocity.perHour < limitOf(usual[whose]))) return null;
  const against = known[0] ?? 'channel';
  const usually = known.length === 0 ? 0 : usual[against].median;
  return { ...velocity, signal, against, times: velocity.perHour / Math.max(usually, floor / DEVIATIONS) };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? 0;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
