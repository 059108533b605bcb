import de from '@/i18n/messages/de/widget.json';
import en from '@/i18n/messages/en/widget.json';
import type { Locale } from '@/kernel/vocabulary';

export type Words = typeof en;

export const words: Readonly<Record<Locale, Words>> = { de, en };

/** German where the page is, or says nothing and its reader's browser is; else English. */
export function chooseLanguage(pageLanguage: string, browserLanguage: string): Locale {
  return /^de\b/i.test(pageLanguage || browserLanguage) ? 'de' : 'en';
}

/** The sentence with its `{figures}`. */
export function fill(sentence: string, figures: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(figures[name] ?? ''));
}
