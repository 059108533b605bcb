import { type Locale, locales } from '@/kernel/vocabulary';

/** The cookie that carries the reader's choice, written by the app from the user's profile. */
export const localeCookie = 'locale';

export const defaultLocale: Locale = 'de';

/** One of ours, or undefined. */
export function localeOf(value: string | null | undefined): Locale | undefined {
  return locales.find((locale) => locale === value);
}

/**
 * The reader's language: their choice, else the best of what the browser accepts, else German.
 * `accept` is an Accept-Language header; malformed parts are passed over.
 */
export function decideLocale(choice: string | undefined, accept: string | null): Locale {
  return localeOf(choice) ?? bestAccepted(accept ?? '') ?? defaultLocale;
}

function bestAccepted(header: string): Locale | undefined {
  return header
    .split(',')
    .map((part, place) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
      return { locale: localeOf(tag.split('-')[0]), quality: quality ? Number(quality) : 1, place };
    })
    .filter((one) => one.locale !== undefined && one.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.place - b.place)[0]?.locale;
}
