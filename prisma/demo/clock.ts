import type { Random } from './random';

const HOUR = 3_600_000;
const DAYS = 183;

/** Relative traffic by local hour; lunch and the evening carry the day. */
const byHour = [
  2, 1, 0.6, 0.4, 0.5, 1.2, 3, 5.5, 7, 7.6, 7.4, 7.2, 8.4, 7.2, 6.4, 6.4, 7, 8.2, 9, 10, 10.4, 9.4, 7, 4.2,
];
/** Monday first. */
const byWeekday = [1.15, 1.08, 1.05, 1.04, 0.96, 0.78, 0.96];
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const formats = new Map<string, Intl.DateTimeFormat>();

const known = new Map<string, { hour: number; weekday: number; month: number }>();

/** Hour 0–23, weekday 0 (Monday) to 6 and month 1–12 as a clock on the wall of that zone shows them. */
export function wallClock(at: number, timeZone: string) {
  // Offsets change on the quarter hour at the finest, so that a quarter shares its reading.
  const key = `${timeZone}/${Math.floor(at / 900_000)}`;
  const before = known.get(key);
  if (before) return before;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      hourCycle: 'h23',
      weekday: 'short',
      month: 'numeric',
    });
    formats.set(timeZone, format);
  }
  let hour = 0;
  let weekday = 0;
  let month = 1;
  for (const { type, value } of format.formatToParts(at)) {
    if (type === 'hour') hour = Number(value);
    else if (type === 'weekday') weekday = weekdays.indexOf(value);
    else if (type === 'month') month = Number(value);
  }
  if (known.size > 50_000) known.clear();
  const reading = { hour, weekday, month };
  known.set(key, reading);
  return reading;
}

export interface DemoClock {
  now: number;
  /** The moment at a share (0 oldest, 1 newest) of all traffic; later shares are never earlier. */
  at(share: number): number;
  /** The first moment at or after `at` when somebody of the brand is at the desk. */
  atDesk(at: number, rng: Random): number;
  /** The first moment at or after `at` when people are awake. */
  awake(at: number, rng: Random): number;
  month(at: number): number;
}

/** Six months of traffic before `now`. Weights hang on hours of UTC, read on the wall clock: no gap or overlap at a change of clocks. */
export function demoClock(now: Date, timeZone: string): DemoClock {
  const end = now.getTime();
  const first = end - DAYS * 24 * HOUR;
  const hours = DAYS * 24;
  const cumulated = new Float64Array(hours + 1);
  for (let i = 0; i < hours; i += 1) {
    const { hour, weekday } = wallClock(first + i * HOUR, timeZone);
    const growth = 0.8 + (0.4 * i) / hours;
    cumulated[i + 1] = (cumulated[i] ?? 0) + (byHour[hour] ?? 1) * (byWeekday[weekday] ?? 1) * growth;
  }
  const total = cumulated[hours] ?? 1;

  const wait = (at: number, rng: Random, open: (hour: number, weekday: number) => boolean) => {
    const start = wallClock(at, timeZone);
    if (open(start.hour, start.weekday)) return at;
    for (let step = 1; step < 24 * 5; step += 1) {
      const t = (Math.floor(at / HOUR) + step) * HOUR;
      const wall = wallClock(t, timeZone);
      if (open(wall.hour, wall.weekday)) return t + Math.floor(rng.next() ** 2 * 100 * 60_000);
    }
    return at;
  };

  return {
    now: end,
    at(share) {
      const aim = Math.min(Math.max(share, 0), 1) * total;
      let low = 0;
      let high = hours;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((cumulated[middle] ?? 0) <= aim) low = middle;
        else high = middle;
      }
      const from = cumulated[low] ?? 0;
      const to = cumulated[low + 1] ?? total;
      return Math.floor(first + (low + (aim - from) / (to - from || 1)) * HOUR);
    },
    atDesk: (at, rng) =>
      wait(at, rng, (hour, day) => (day < 5 ? hour >= 8 && hour < 18 : day === 5 && hour >= 9 && hour < 14)),
    awake: (at, rng) => wait(at, rng, (hour) => hour >= 6 && hour < 24),
    month: (at) => wallClock(at, timeZone).month,
  };
}
