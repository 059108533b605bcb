import MailCheck from 'lucide-react/icons/mail-check';
import { getTranslations } from 'next-intl/server';
import type { Page } from '@/kernel/pagination';
import type { FailedDelivery } from '@/modules/conversations/contract/deliveries';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { PageLinks } from '../page-links';
import { FailedRow } from './failed-row';

export interface FailedListProps {
  slug: string;
  channelId: string;
  page: Page<FailedDelivery>;
  isFirst: boolean;
}

export async function FailedList({ slug, channelId, page, isFirst }: FailedListProps) {
  const t = await getTranslations('channels.failed');
  if (page.data.length === 0)
    return <EmptyState icon={<MailCheck {...iconLarge} />} title={t('empty')} text={t('emptyText')} />;
  return (
    <>
      <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
        {page.data.map((delivery) => (
          <li key={delivery.id} className="border-b border-line last:border-b-0">
            <FailedRow slug={slug} channelId={channelId} delivery={delivery} />
          </li>
        ))}
      </ul>
      <PageLinks
        base={`/${slug}/settings/channels/${channelId}/failed`}
        nextCursor={page.nextCursor}
        isFirst={isFirst}
        olderLabel={t('older')}
        newestLabel={t('newest')}
      />
    </>
  );
}
