import { Temporal } from 'temporal-polyfill';

export type SnoozeName = 'laterToday' | 'tomorrow' | 'weekend' | 'nextWeek' | 'nextMonth';

export interface SnoozeTime {
  name: SnoozeName;
  /** ISO instant in UTC. */
  until: string;
}

const MORNING = Temporal.PlainTime.from('09:00');

/**
 * The times one usually means, on the workspace's wall clock: in three hours (while it is day), tomorrow at nine,
 * Saturday (until Friday), Monday, the first of next month. In order, none twice, none in the past.
 */
export function snoozeTimes(now: Date, timeZone: string): SnoozeTime[] {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const today = here.toPlainDate();
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime: MORNING });
  const later = here.add({ hours: 3 }).round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const times: [SnoozeName, Temporal.ZonedDateTime][] = [];
  if (later.toPlainDate().equals(today) && later.hour < 22) times.push(['laterToday', later]);
  times.push(['tomorrow', at(today.add({ days: 1 }))]);
  if (today.dayOfWeek < 5) times.push(['weekend', at(today.add({ days: 6 - today.dayOfWeek }))]);
  times.push(['nextWeek', at(monday)]);
  times.push(['nextMonth', at(today.with({ day: 1 }).add({ months: 1 }))]);
  const seen = new Set<string>();
  return times
    .map(([name, time]) => ({ name, until: time.toInstant().toString({ smallestUnit: 'millisecond' }) }))
    .filter(({ until }) => Date.parse(until) > now.getTime() && !seen.has(until) && seen.add(until));
}

/** The instant of a wall-clock time such as `2026-12-01T09:00` in the workspace's zone; null when it cannot be read. */
export function instantOf(local: string, timeZone: string): string | null {
  try {
    const time = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
    return time.toInstant().toString({ smallestUnit: 'millisecond' });
  } catch {
    return null;
  }
}

/** The wall-clock time an instant has in that zone, as `<input type="datetime-local">` wants it. */
export function wallClock(instant: string, timeZone: string): string {
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
