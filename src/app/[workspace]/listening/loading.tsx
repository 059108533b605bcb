import { getTranslations } from 'next-intl/server';
import { PageSkeleton } from '@/ui/skeleton';

export default async function ListeningLoading() {
  const t = await getTranslations('common');
  return <PageSkeleton label={t('loading')} />;
}
