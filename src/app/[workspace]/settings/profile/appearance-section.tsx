'use client';
import { useTranslations } from 'next-intl';
import { Field } from '@/ui/field';
import { FormSection } from '@/ui/form-section';
import { Segmented } from '@/ui/segmented';
import { Select } from '@/ui/select';
import type { Theme } from '@/ui/theme';
import { usePreferences } from '../../workspace-frame/use-preferences';

/** Language and appearance, taking effect at once. */
export function AppearanceSection({ slug, theme }: { slug: string; theme: Theme }) {
  const t = useTranslations('settings.profile');
  const common = useTranslations('common');
  const chosen = usePreferences(slug, theme);
  return (
    <FormSection title={t('reading')} text={t('readingText')}>
      <Field label={common('language')}>
        <Select
          className="!w-56"
          value={chosen.locale}
          onValueChange={chosen.setLocale}
          options={[
            { value: 'de', label: common('languageDe') },
            { value: 'en', label: common('languageEn') },
          ]}
        />
      </Field>
      <div className="flex flex-col items-start gap-1">
        <p className="text-small font-medium">{common('theme')}</p>
        <Segmented
          label={common('theme')}
          value={chosen.theme}
          onValueChange={chosen.setTheme}
          options={[
            { value: 'system', label: common('themeSystem') },
            { value: 'light', label: common('themeLight') },
            { value: 'dark', label: common('themeDark') },
          ]}
        />
      </div>
    </FormSection>
  );
}
