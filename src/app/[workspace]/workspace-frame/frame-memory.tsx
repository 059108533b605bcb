'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { chooseLocale } from '@/i18n/choose-locale';
import { localeCookie } from '@/i18n/locale';
import type { Locale } from '@/kernel/vocabulary';
import { chooseTheme, type Theme, themeCookie } from '@/ui/theme';
import { writeCookie } from './write-cookie';

export interface FrameMemoryProps {
  slug: string;
  /** The profile's choices; a browser that has none of its own takes them over. */
  locale: Locale | null;
  theme: Theme;
}

/** Remembers the workspace for the next visit, and brings the profile's choices into a new browser. */
export function FrameMemory({ slug, locale, theme }: FrameMemoryProps) {
  const router = useRouter();
  useEffect(() => writeCookie('workspace', slug), [slug]);
  useEffect(() => {
    const has = (name: string) => document.cookie.split('; ').some((pair) => pair.startsWith(`${name}=`));
    if (!has(themeCookie)) chooseTheme(theme);
    if (locale && !has(localeCookie)) {
      chooseLocale(locale);
      router.refresh();
    }
  }, [locale, theme, router]);
  return null;
}
