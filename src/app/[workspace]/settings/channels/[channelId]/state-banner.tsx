'use client';
import { useTranslations } from 'next-intl';
import type { ChannelSummary } from '@/modules/channels/contract';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { reconnectPath } from './reconnect-path';
import { useChannelState } from './use-channel-state';

export interface StateBannerProps {
  slug: string;
  channel: ChannelSummary;
  /** Reconnecting goes step by step; else the access is entered in the settings. */
  isGuided: boolean;
}

/** Says why a channel is not at work, and what ends it. */
export function StateBanner({ slug, channel, isGuided }: StateBannerProps) {
  const t = useTranslations('channels.channel');
  const delivery = useTranslations('ingest.delivery');
  const { setState, isPending } = useChannelState(slug, channel);
  const { state, stateReason } = channel;
  if (state === 'active') return null;
  const isPaused = state === 'paused';
  return (
    <Banner
      tone={isPaused ? 'info' : 'bad'}
      title={t(isPaused ? 'pausedTitle' : 'reconnectTitle')}
      actions={
        isPaused ? (
          <Button size="small" busy={isPending} onClick={() => setState('active')}>
            {t('resume')}
          </Button>
        ) : (
          <LinkButton size="small" href={reconnectPath(slug, channel.id, isGuided)}>
            {t('reconnect')}
          </LinkButton>
        )
      }
    >
      {stateReason && delivery.has(stateReason as never) ? `${delivery(stateReason as never)} ` : null}
      {t(isPaused ? 'pausedText' : 'reconnectText')}
    </Banner>
  );
}
