import Cable from 'lucide-react/icons/cable';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { ChannelCounts } from '@/modules/channels/components/channel-counts';
import { HealthChip } from '@/modules/channels/components/health-chip';
import { HealthReasons } from '@/modules/channels/components/health-reasons';
import type { ChannelSummary } from '@/modules/channels/contract';
import { EmptyState } from '@/ui/empty-state';
import { icon, iconLarge } from '@/ui/icon';
import { NetworkMark } from '@/ui/network-mark';

/** Every channel with how it is; those that need a look show why. */
export async function ChannelList({ slug, channels }: { slug: string; channels: readonly ChannelSummary[] }) {
  const t = await getTranslations('channels.list');
  if (channels.length === 0)
    return <EmptyState icon={<Cable {...iconLarge} />} title={t('empty')} text={t('emptyText')} />;
  return (
    <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
      {channels.map((channel) => (
        <li key={channel.id} className="border-b border-line last:border-b-0">
          <ChannelRow slug={slug} channel={channel} />
        </li>
      ))}
    </ul>
  );
}

async function ChannelRow({ slug, channel }: { slug: string; channel: ChannelSummary }) {
  const networks = await getTranslations('networks');
  const { account, health } = channel;
  return (
    <Link
      href={`/${slug}/settings/channels/${channel.id}`}
      className="flex items-start gap-3.5 px-4 py-3 -outline-offset-2 hover:bg-hover"
    >
      <NetworkMark network={channel.network} size={28} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="truncate font-medium">{channel.name}</span>
          <HealthChip channel={channel} />
        </span>
        <span className="num mt-0.5 flex flex-wrap gap-x-3 text-meta text-ink-3">
          <span>
            {networks(channel.network)}
            {account ? ` · ${account.handle ?? account.name}` : ''}
          </span>
          <ChannelCounts channel={channel} />
        </span>
        {health.state === 'healthy' || health.state === 'paused' ? null : (
          <span className="mt-1.5 block">
            <HealthReasons reasons={health.reasons} most={2} />
          </span>
        )}
      </span>
      <ChevronRight {...icon} className="mt-1.5 shrink-0 text-ink-3" />
    </Link>
  );
}
