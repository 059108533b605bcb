/** The parts of a translator that error sentences need; `useTranslations('errors')` is one. */
export interface ErrorTranslator {
  (key: never, values?: never): string;
  has(key: never): boolean;
}

/**
 * The sentence for a stable `reason`, with its figures; the general sentence when a reason has none yet.
 */
export function errorSentence(
  translate: ErrorTranslator,
  reason: string,
  params?: Record<string, string | number>,
): string {
  const key = (translate.has(reason as never) ? reason : 'internal') as never;
  // Sentences with limits read well without them too: `none` leaves the figure out.
  return translate(key, { maximum: 'none', minimum: 'none', choices: 'none', ...params } as never);
}
