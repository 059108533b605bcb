import { getTranslations } from 'next-intl/server';
import { ListSkeleton } from '@/ui/skeleton';

export default async function InboxLoading() {
  const t = await getTranslations('inbox');
  return (
    <div className="flex h-full">
      <div className="w-full shrink-0 overflow-hidden border-line md:w-87 md:border-r">
        <div className="h-24 border-b border-line" />
        <ListSkeleton label={t('list.loading')} rows={9} />
      </div>
    </div>
  );
}
