import { getTranslations } from 'next-intl/server';
import { ChannelCounts } from '@/modules/channels/components/channel-counts';
import { HealthChip } from '@/modules/channels/components/health-chip';
import type { ChannelSummary } from '@/modules/channels/contract';
import { NetworkMark } from '@/ui/network-mark';
import { PageHeader } from '@/ui/page-header';
import { BackLink } from '../back-link';
import { ChannelTabs } from './channel-tabs';

/** Name and state of a channel, and the way to its parts. */
export async function ChannelHeader({ slug, channel }: { slug: string; channel: ChannelSummary }) {
  const networks = await getTranslations('networks');
  return (
    <>
      <BackLink slug={slug} />
      <PageHeader
        title={channel.name}
        meta={
          <span className="flex flex-wrap items-center gap-x-3.5 gap-y-1">
            <span className="flex items-center gap-1.5">
              <NetworkMark network={channel.network} />
              {networks(channel.network)}
              {channel.account ? ` · ${channel.account.handle ?? channel.account.name}` : null}
            </span>
            <HealthChip channel={channel} />
            <ChannelCounts channel={channel} />
          </span>
        }
      />
      <ChannelTabs slug={slug} channel={channel} />
    </>
  );
}
