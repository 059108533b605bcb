'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { chooseLocale } from '@/i18n/choose-locale';
import type { Locale } from '@/kernel/vocabulary';
import { Button } from '@/ui/button';

/** The reader's language where nobody is signed in: kept in this browser. */
export function LanguageLinks({ locale }: { locale: Locale }) {
  const t = useTranslations('common');
  const router = useRouter();
  const names: Record<Locale, string> = { de: t('languageDe'), en: t('languageEn') };
  return (
    <fieldset aria-label={t('language')} className="flex gap-1">
      {(['de', 'en'] as const).map((one) => (
        <Button
          key={one}
          tone="quiet"
          size="small"
          lang={one}
          aria-pressed={one === locale}
          className={one === locale ? '!text-ink' : ''}
          onClick={() => {
            chooseLocale(one);
            router.refresh();
          }}
        >
          {names[one]}
        </Button>
      ))}
    </fieldset>
  );
}
