/** The time somebody means by `9`, `930`, `9.30` or `09:30`, as `09:30`; null for what is no time. Midnight as an end is `24:00`. */
export function clockOf(typed: string): string | null {
  const match = /^(\d{1,2})[:.h ]?(\d{2})?$/.exec(typed.trim());
  if (!match?.[1]) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  const isTime = (hours < 24 && minutes < 60) || (hours === 24 && minutes === 0);
  return isTime ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : null;
}
