'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { chooseLocale } from '@/i18n/choose-locale';
import type { Locale } from '@/kernel/vocabulary';
import { Segmented } from '@/ui/segmented';
import { useTheme } from '@/ui/use-theme';

/** Language and theme of this page. */
export function Switches({ locale }: { locale: Locale }) {
  const t = useTranslations('common');
  const router = useRouter();
  const [theme, chooseTheme] = useTheme();
  return (
    <>
      <Segmented
        label={t('theme')}
        value={theme}
        onValueChange={chooseTheme}
        options={[
          { value: 'system', label: t('themeSystem') },
          { value: 'light', label: t('themeLight') },
          { value: 'dark', label: t('themeDark') },
        ]}
      />
      <Segmented
        label={t('language')}
        value={locale}
        onValueChange={(next) => {
          chooseLocale(next);
          router.refresh();
        }}
        options={[
          { value: 'de', label: t('languageDe') },
          { value: 'en', label: t('languageEn') },
        ]}
      />
    </>
  );
}
