import { getTranslations } from 'next-intl/server';
import { PageSkeleton } from '@/ui/skeleton';

/** While a page of settings is fetched, the list beside it already shows where one is going. */
export default async function SettingsLoading() {
  const t = await getTranslations('common');
  return <PageSkeleton label={t('loading')} />;
}
