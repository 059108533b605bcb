import { type LanguageHints, type ToldLanguage, tellLanguage } from './tell-language';

export type DetectLanguage = (message: string, hints: LanguageHints) => ToldLanguage;

let loading: Promise<DetectLanguage> | undefined;

/**
 * The detector, loaded once a process and only where somebody asks (0.3 s, 134 MB: the worker). About 0.1 ms a message.
 * The small set of n-grams: on our test sentences the large one (1.4 s, 420 MB) told not one more (docs/listening.md).
 */
export function languageDetector(): Promise<DetectLanguage> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<DetectLanguage> {
  const { eld } = await import('eld/small');
  const score = (text: string) => eld.detect(text).getScores();
  return (message, hints) => tellLanguage(message, hints, score);
}
