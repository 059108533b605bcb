export type MomentStyle = 'relative' | 'clock' | 'day' | 'full';

export interface Reader {
  locale: string;
  /** IANA name of the workspace's time zone. */
  timeZone: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Formats = Record<'clock' | 'weekday' | 'day' | 'dayYear' | 'full' | 'date', Intl.DateTimeFormat> & {
  relative: Intl.RelativeTimeFormat;
};

const made = new Map<string, Formats>();

/** Intl objects are dear to make and lists show hundreds of times. */
function formatsFor({ locale, timeZone }: Reader): Formats {
  const key = `${locale} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const dates = (options: Intl.DateTimeFormatOptions, tag = locale) =>
    new Intl.DateTimeFormat(tag, { timeZone, ...options });
  const formats: Formats = {
    clock: dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    weekday: dates({ weekday: 'short' }),
    day: dates({ day: 'numeric', month: 'short' }),
    dayYear: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    full: dates({ dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' }),
    date: dates({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA'),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
  };
  made.set(key, formats);
  return formats;
}

/** Whole calendar days from `now` to `then` as the reader's wall calendar counts them; negative in the past. */
function calendarDays(then: Date, now: Date, formats: Formats): number {
  const number = (date: Date) => Date.parse(`${formats.date.format(date)}T00:00:00Z`) / day;
  return number(then) - number(now);
}

function relativePast(then: Date, now: Date, formats: Formats): string {
  const age = now.getTime() - then.getTime();
  if (age < minute) return formats.relative.format(0, 'second');
  if (age < hour) return `${Math.floor(age / minute)}\u00a0min`;
  const days = calendarDays(then, now, formats);
  if (days === 0) return `${Math.floor(age / hour)}\u00a0h`;
  if (days === -1) return formats.relative.format(-1, 'day');
  if (days > -7) return formats.weekday.format(then);
  return formats.date.format(then).slice(0, 4) === formats.date.format(now).slice(0, 4)
    ? formats.day.format(then)
    : formats.dayYear.format(then);
}

function relativeFuture(then: Date, now: Date, formats: Formats): string {
  const left = then.getTime() - now.getTime();
  if (left < hour) return formats.relative.format(Math.max(1, Math.round(left / minute)), 'minute');
  const days = calendarDays(then, now, formats);
  if (days === 0) return formats.relative.format(Math.round(left / hour), 'hour');
  const clock = formats.clock.format(then);
  if (days < 7)
    return `${days === 1 ? formats.relative.format(1, 'day') : formats.weekday.format(then)}, ${clock}`;
  return `${formats.day.format(then)}, ${clock}`;
}

/**
 * A time in the fewest words that are still clear: "42 min", "5 h", "gestern", "Mo", "12. Nov.", "12. Nov. 2024";
 * `min` and `h` are the international symbols, the same in every language; clocks count 24 hours. Ahead: "in 18 Min.", "morgen, 09:00". Days are those of the reader's time zone.
 */
export function formatMoment(then: Date, now: Date, style: MomentStyle, reader: Reader): string {
  const formats = formatsFor(reader);
  if (style === 'clock') return formats.clock.format(then);
  if (style === 'full') return formats.full.format(then);
  if (style === 'day') return formats.dayYear.format(then);
  return then.getTime() > now.getTime() + minute
    ? relativeFuture(then, now, formats)
    : relativePast(then, now, formats);
}
