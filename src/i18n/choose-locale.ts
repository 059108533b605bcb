import type { Locale } from '@/kernel/vocabulary';
import { localeCookie } from './locale';

/** In the browser: keeps the choice for a year; the page has to be refreshed to show it. */
export function chooseLocale(locale: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=31536000; samesite=lax`;
}
