import { useLocale } from 'next-intl';

/** Languages that can be told apart and chosen, ISO 639-1. */
const CODES = [
  'de',
  'en',
  'fr',
  'es',
  'it',
  'nl',
  'pl',
  'pt',
  'cs',
  'da',
  'sv',
  'fi',
  'tr',
  'uk',
  'ru',
  'ar',
  'ja',
  'zh',
] as const;

/** Each language by its name in the reader's own, in that language's order. */
export function useLanguages(): { value: string; label: string }[] {
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return CODES.map((value) => ({ value: value as string, label: names.of(value) ?? value })).sort(
    (left, right) => left.label.localeCompare(right.label, locale),
  );
}
