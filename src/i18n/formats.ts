import type { Formats } from 'next-intl';

/** Named formats for `format.dateTime(date, 'day')`, `format.number(n, 'share')` and ICU `{n, number, share}`. */
export const formats = {
  dateTime: {
    day: { day: 'numeric', month: 'short', year: 'numeric' },
    dayLong: { dateStyle: 'full' },
    clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    moment: {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
    month: { month: 'long', year: 'numeric' },
  },
  number: {
    /** A whole number: 1.240 */
    count: { maximumFractionDigits: 0 },
    /** From a share 0–1: 71 % */
    share: { style: 'percent', maximumFractionDigits: 0 },
    /** A measure with two places: 0,93 */
    measure: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
    /** In little room: 12 Tsd. */
    compact: { notation: 'compact', maximumFractionDigits: 1 },
  },
  list: {
    and: { style: 'long', type: 'conjunction' },
    or: { style: 'long', type: 'disjunction' },
  },
} as const satisfies Formats;
