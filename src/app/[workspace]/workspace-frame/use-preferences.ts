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
  // Chosen here, until the page knows it too; what was chosen elsewhere on the page then shows here as well.
  const [choice, setChoice] = useState({ from: startTheme, theme: startTheme });
  const theme = choice.from === startTheme ? choice.theme : startTheme;
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
      setChoice({ from: startTheme, theme: next });
      save({ theme: next });
    },
  };
}
