import { Temporal } from 'temporal-polyfill';
import { isRelative, type Point, type Relative } from './grammar';

export interface Clock {
  now: Date;
  /** IANA name of the workspace's time zone. */
  timeZone: string;
}

/** From `start` on and before `end`; an instant has both the same. Milliseconds since 1970. */
export interface Span {
  start: number;
  end: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for a calendar day without a time; it means that whole day where the workspace is. */
export function isDay(value: unknown): boolean {
  return typeof value === 'string' && DAY.test(value);
}

/** What a date value stands for: a whole day in the workspace's time zone, or one instant. */
export function spanOf(value: Point, clock: Clock): Span {
  if (isRelative(value)) return instant(shifted(value, clock));
  if (!isDay(value)) return instant(new Date(value).getTime());
  const day = Temporal.PlainDate.from(String(value));
  return { start: startOf(day, clock), end: startOf(day.add({ days: 1 }), clock) };
}

/** The period between now and a span away from now. */
export function periodOf(value: Relative, clock: Clock): Span {
  const now = clock.now.getTime();
  const other = shifted(value, clock);
  return { start: Math.min(now, other), end: Math.max(now, other) };
}

function instant(at: number): Span {
  return { start: at, end: at };
}

/** Midnight, or the first moment after it where the clocks skip midnight. */
function startOf(day: Temporal.PlainDate, clock: Clock): number {
  return day.toZonedDateTime(clock.timeZone).epochMilliseconds;
}

function shifted({ relative }: Relative, clock: Clock): number {
  const { amount, unit, direction } = relative;
  const start = Temporal.Instant.fromEpochMilliseconds(clock.now.getTime()).toZonedDateTimeISO(
    clock.timeZone,
  );
  const duration = { [`${unit}s`]: direction === 'past' ? -amount : amount };
  return start.add(duration).epochMilliseconds;
}
