import { getTranslations } from 'next-intl/server';
import type { ChannelSummary } from '@/modules/channels/contract';
import { Banner } from '@/ui/banner';
import { ReplayButton } from './replay-button';

export async function ParkedBanner({ slug, channel }: { slug: string; channel: ChannelSummary }) {
  const t = await getTranslations('channels.events');
  if (channel.parked === 0) return null;
  return (
    <Banner
      tone="warn"
      title={t('parkedTitle', { count: channel.parked })}
      actions={<ReplayButton slug={slug} channelId={channel.id} />}
    >
      {t('parkedText')}
    </Banner>
  );
}
