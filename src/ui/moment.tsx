'use client';
import { useLocale, useTimeZone } from 'next-intl';
import { formatMoment, type MomentStyle } from './format-moment';
import { useMinute } from './use-minute';

export interface MomentProps {
  /** ISO 8601 or a Date. */
  value: string | Date;
  /** `relative` ("42 min", "gestern"), `clock` (09:12), `day` (12. Nov. 2026), `full`. */
  style?: MomentStyle;
  className?: string;
}

/** A time in the reader's language and the workspace's zone; the exact one, with the zone named, in its title. */
export function Moment({ value, style = 'relative', className }: MomentProps) {
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const now = new Date(useMinute(style === 'relative'));
  const then = typeof value === 'string' ? new Date(value) : value;
  return (
    <time
      dateTime={then.toISOString()}
      title={`${formatMoment(then, now, 'full', reader)} (${reader.timeZone})`}
      className={`num whitespace-nowrap ${className ?? ''}`}
      // The server's minute may have passed by the time the browser takes over.
      suppressHydrationWarning
    >
      {formatMoment(then, now, style, reader)}
    </time>
  );
}
