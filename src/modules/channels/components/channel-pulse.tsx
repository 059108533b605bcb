'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Banner } from '@/ui/banner';
import { Spinner } from '@/ui/spinner';
import { channelOptions } from '../client';
import type { ChannelSummary } from '../contract';
import { useAgo } from './use-ago';

export interface ChannelPulseProps {
  slug: string;
  channel: ChannelSummary;
}

/** Watches for the first request whose signature held, and says how long ago the last one was. */
export function ChannelPulse({ slug, channel }: ChannelPulseProps) {
  const t = useTranslations('channels.pulse');
  const { data, isError } = useQuery({
    ...channelOptions(slug, channel.id, { watch: true }),
    initialData: channel,
  });
  const ago = useAgo(data.lastEventAt);
  if (isError) return <Banner tone="warn" live="status" title={t('unreachable')} />;
  if (data.lastEventAt === null || ago === null) {
    return (
      <Banner tone="info" live="status" icon={<Spinner />} title={t('waiting')}>
        {t('waitingText')}
      </Banner>
    );
  }
  return (
    <Banner tone={data.parked > 0 ? 'warn' : 'good'} title={t('seen', { ago })}>
      {data.parked > 0 ? t('parkedText', { count: data.parked }) : t('seenText', { count: data.pending })}
    </Banner>
  );
}
