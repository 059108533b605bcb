import Inbox from 'lucide-react/icons/inbox';
import { getTranslations } from 'next-intl/server';
import type { Page } from '@/kernel/pagination';
import { EventRow } from '@/modules/channels/components/event-row';
import type { RawEventView } from '@/modules/channels/contract';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { PageLinks } from '../page-links';
import { eventsPath } from './events-path';
import { ReplayButton } from './replay-button';

export interface EventListProps {
  slug: string;
  channelId: string;
  page: Page<RawEventView>;
  state: RawEventView['state'] | undefined;
  /** What was searched for. */
  q: string | undefined;
  isFirst: boolean;
}

export async function EventList({ slug, channelId, page, state, q, isFirst }: EventListProps) {
  const t = await getTranslations('channels.events');
  if (page.data.length === 0) {
    const text = q ? t('noneFound', { query: q }) : t(state === 'parked' ? 'emptyParked' : 'emptyText');
    return <EmptyState icon={<Inbox {...iconLarge} />} title={t('empty')} text={text} />;
  }
  const base = eventsPath(slug, channelId, { state, q });
  return (
    <>
      <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
        {page.data.map((event) => (
          <li key={event.id} className="border-b border-line last:border-b-0">
            <EventRow
              slug={slug}
              channelId={channelId}
              event={event}
              action={
                event.state === 'parked' ? (
                  <ReplayButton slug={slug} channelId={channelId} rawEventId={event.id} />
                ) : null
              }
            />
          </li>
        ))}
      </ul>
      <PageLinks
        base={base}
        nextCursor={page.nextCursor}
        isFirst={isFirst}
        olderLabel={t('older')}
        newestLabel={t('newest')}
      />
    </>
  );
}
