'use client';
import { useTranslations } from 'next-intl';
import type { ChannelSummary } from '@/modules/channels/contract';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { useChannelState } from './use-channel-state';

/** Says why a channel is not at work, and what ends it. */
export function StateBanner({ slug, channel }: { slug: string; channel: ChannelSummary }) {
  const t = useTranslations('channels.channel');
  const delivery = useTranslations('ingest.delivery');
  const { setState, isPending } = useChannelState(slug, channel);
  const { state, stateReason } = channel;
  if (state === 'active') return null;
  const isPaused = state === 'paused';
  return (
    <div className="pb-5">
      <Banner
        tone={isPaused ? 'info' : 'bad'}
        title={t(isPaused ? 'pausedTitle' : 'reconnectTitle')}
        actions={
          isPaused ? (
            <Button size="small" busy={isPending} onClick={() => setState('active')}>
              {t('resume')}
            </Button>
          ) : null
        }
      >
        {stateReason && delivery.has(stateReason as never) ? `${delivery(stateReason as never)} ` : null}
        {t(isPaused ? 'pausedText' : 'reconnectText')}
      </Banner>
    </div>
  );
}
