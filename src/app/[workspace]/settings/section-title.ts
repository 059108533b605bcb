import { getTranslations } from 'next-intl/server';
import type { SettingsSection } from './settings-navigation';

/** What a settings page is called in the browser's tab. */
export async function sectionTitle(section: SettingsSection) {
  const t = await getTranslations('settings');
  return { title: `${t(`sections.${section}.title`)} · ${t('title')}` };
}
