import { Temporal } from 'temporal-polyfill';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** From and to, local time: `["09:00", "17:30"]`; `24:00` is the end of the day. */
export type Span = readonly [from: string, to: string];

/** Spans of each day in order, apart from one another; a day without any is closed. */
export type BusinessHours = Readonly<Record<Weekday, readonly Span[]>>;

export interface OpeningTimes {
  hours: BusinessHours;
  /** Local dates (`2026-12-25`) that are closed. */
  holidays: readonly string[];
  /** IANA name. */
  timeZone: string;
}

const office: readonly Span[] = [['09:00', '17:30']];

export const defaultBusinessHours: BusinessHours = {
  monday: office,
  tuesday: office,
  wednesday: office,
  thursday: office,
  friday: office,
  saturday: [],
  sunday: [],
};

const MINUTE_MS = 60_000;
/** Days looked ahead before a place counts as closed for ever. */
const HORIZON_DAYS = 1500;

/**
 * The moment at which so many minutes of opening time have passed since `start`; at least one open minute means it
 * lies inside opening hours. Where a place never opens, minutes count around the clock, so that a deadline exists.
 */
export function addBusinessMinutes(start: Date, minutes: number, times: OpeningTimes): Date {
  let left = minutes * MINUTE_MS;
  if (left <= 0) return start;
  for (const [from, to] of openSpans(start.getTime(), times)) {
    if (from + left <= to) return new Date(from + left);
    left -= to - from;
  }
  return new Date(start.getTime() + minutes * MINUTE_MS);
}

/** Minutes of opening time between two moments, 0 where `end` is not after `start`; around the clock where a place never opens. */
export function businessMinutesBetween(start: Date, end: Date, times: OpeningTimes): number {
  if (end <= start) return 0;
  if (isNeverOpen(times.hours)) return (end.getTime() - start.getTime()) / MINUTE_MS;
  let open = 0;
  for (const [from, to] of openSpans(start.getTime(), times, end)) {
    if (from >= end.getTime()) break;
    open += Math.min(to, end.getTime()) - from;
  }
  return open / MINUTE_MS;
}

/** True where no day of the week has a span. */
export function isNeverOpen(hours: BusinessHours): boolean {
  return weekdays.every((day) => hours[day].length === 0);
}

/** Open stretches from a moment on, in milliseconds, clipped at its start; lengths are real time, so a clock change inside counts. */
function* openSpans(start: number, times: OpeningTimes, end?: Date): Generator<[from: number, to: number]> {
  if (isNeverOpen(times.hours)) return;
  const closed = new Set(times.holidays);
  const first = localDate(start, times.timeZone);
  const days = end
    ? first.until(localDate(end.getTime(), times.timeZone), { largestUnit: 'days' }).days
    : HORIZON_DAYS;
  for (let offset = 0; offset <= days; offset += 1) {
    const date = first.add({ days: offset });
    const weekday = weekdays[date.dayOfWeek - 1];
    if (!weekday || closed.has(date.toString())) continue;
    for (const [opens, closes] of times.hours[weekday]) {
      const from = Math.max(start, instantOf(date, opens, times.timeZone));
      const to = instantOf(date, closes, times.timeZone);
      if (from < to) yield [from, to];
    }
  }
}

function localDate(milliseconds: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A local time that a clock change skips means the moment after it; one that happens twice, the first. */
function instantOf(date: Temporal.PlainDate, time: string, timeZone: string): number {
  const isMidnight = time === '24:00';
  const day = isMidnight ? date.add({ days: 1 }) : date;
  return day.toZonedDateTime({ timeZone, plainTime: isMidnight ? '00:00' : time }).epochMilliseconds;
}
