import { getTranslations } from 'next-intl/server';
import { parseInput } from '@/entry/parse-input';
import { listFailedDeliveriesInput } from '@/modules/conversations/contract/deliveries';
import { listFailedDeliveries } from '@/modules/conversations/queries/list-failed-deliveries';
import { Banner } from '@/ui/banner';
import { sectionTitle } from '../../../section-title';
import { ChannelHeader } from '../channel-header';
import { type ChannelPageProps, channelOfPage, oneOf } from '../channel-of-page';
import { FailedList } from './failed-list';
import { RetryButton } from './retry-button';

export const generateMetadata = () => sectionTitle('channels');

export default async function FailedPage({ params, searchParams }: ChannelPageProps) {
  const { slug, context, channel } = await channelOfPage(params);
  const t = await getTranslations('channels.failed');
  const cursor = oneOf((await searchParams).cursor);
  const input = parseInput(listFailedDeliveriesInput, { channelId: channel.id, ...(cursor && { cursor }) });
  const page = await listFailedDeliveries(context, input);
  return (
    <>
      <ChannelHeader slug={slug} channel={channel} />
      {channel.failed > 0 ? (
        <Banner
          tone="bad"
          title={t('title', { count: channel.failed })}
          actions={<RetryButton slug={slug} channelId={channel.id} />}
        >
          {t('text')}
        </Banner>
      ) : null}
      <FailedList slug={slug} channelId={channel.id} page={page} isFirst={!cursor} />
    </>
  );
}
