const days = new Map<string, Intl.NumberFormat>();

/** A span in its largest unit: "42 min", "18 h", "3 Tg."; below a minute it is one minute. */
export function formatDuration(milliseconds: number, locale: string): string {
  const minutes = Math.max(1, Math.floor(milliseconds / 60_000));
  // The signs of minute and hour are the same everywhere; browsers and servers disagree on the blank before them.
  if (minutes < 60) return `${minutes}\u202fmin`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)}\u202fh`;
  const format =
    days.get(locale) ?? new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'short' });
  days.set(locale, format);
  return format.format(Math.floor(minutes / (24 * 60)));
}
