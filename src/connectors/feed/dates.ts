const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const MAX_LENGTH = 60;
/** Zones JavaScript does not know, and months as German feeds write them. */
const WORDS: readonly [RegExp, string][] = [
  [/\b(?:CEST|MESZ)$/i, '+0200'],
  [/\b(?:CET|MEZ|BST)$/i, '+0100'],
  [/\b(?:UTC|Z)$/, 'GMT'],
  [/\bM(?:är|rz)\w*\b\.?/i, 'Mar'],
  [/\bMai\b/i, 'May'],
  [/\bOkt\b\.?/i, 'Oct'],
  [/\bDez\b\.?/i, 'Dec'],
  [/^[A-Za-z]{2,10}\.?,\s*/, ''],
];
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A feed's date (RFC 822 or ISO 8601, as loosely as feeds write them), without a zone in UTC.
 * @returns ISO 8601 in UTC, or undefined where it is no date between 1990 and 2100
 */
export function readFeedDate(given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > MAX_LENGTH) return undefined;
  const at = Date.parse(toReadable(given.trim()));
  return at >= EARLIEST && at < LATEST ? new Date(at).toISOString() : undefined;
}

function toReadable(text: string): string {
  const [, day, time, zone = 'Z'] = ISO.exec(text) ?? [];
  if (day !== undefined) return time === undefined ? day : `${day}T${time}${zone}`;
  const known = WORDS.reduce((words, [pattern, word]) => words.replace(pattern, word), text);
  return /(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})$/i.test(known) ? known : `${known} GMT`;
}
