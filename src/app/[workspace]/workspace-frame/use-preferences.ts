'use client';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { startTransition, useState } from 'react';
import { chooseLocale } from '@/i18n/choose-locale';
import type { Locale } from '@/kernel/vocabulary';
import { chooseTheme, type Theme } from '@/ui/theme';
import { savePreferenceAction } from './actions';

/** Language and appearance: at once in this browser, and kept with the person. */
export function usePreferences(slug: string, startTheme: Theme) {
  const router = useRouter();
  const locale = useLocale();
  const [theme, setTheme] = useState(startTheme);
  const save = (preference: Parameters<typeof savePreferenceAction>[1]) =>
    startTransition(async () => {
      // Offline the choice still holds in this browser; it is kept with the person the next time.
      await savePreferenceAction(slug, preference).catch(() => undefined);
      router.refresh();
    });
  return {
    locale,
    theme,
    setLocale: (next: Locale) => {
      chooseLocale(next);
      save({ locale: next });
    },
    setTheme: (next: Theme) => {
      chooseTheme(next);
      setTheme(next);
      save({ theme: next });
    },
  };
}
