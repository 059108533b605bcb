import ChevronLeft from 'lucide-react/icons/chevron-left';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { iconSmall } from '@/ui/icon';

/** From a channel, or the way to one, back to all. */
export async function BackLink({ slug }: { slug: string }) {
  const t = await getTranslations('channels.list');
  return (
    <Link
      href={`/${slug}/settings/channels`}
      className="-mb-3 inline-flex h-6 w-fit items-center gap-1 rounded-r1 text-small text-ink-2 hover:text-ink"
    >
      <ChevronLeft {...iconSmall} />
      {t('back')}
    </Link>
  );
}
