const made = new Map<string, Record<'minute' | 'hour' | 'day', Intl.NumberFormat>>();

function unitsOf(locale: string) {
  const known = made.get(locale);
  if (known) return known;
  const unit = (name: string, unitDisplay: 'short' | 'narrow') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay });
  const units = { minute: unit('minute', 'short'), hour: unit('hour', 'narrow'), day: unit('day', 'short') };
  made.set(locale, units);
  return units;
}

/** A span in its largest unit: "42 min", "18 h", "3 Tg."; below a minute it is one minute. */
export function formatDuration(milliseconds: number, locale: string): string {
  const minutes = Math.max(1, Math.floor(milliseconds / 60_000));
  const units = unitsOf(locale);
  if (minutes < 60) return units.minute.format(minutes);
  if (minutes < 48 * 60) return units.hour.format(Math.floor(minutes / 60));
  return units.day.format(Math.floor(minutes / (24 * 60)));
}
