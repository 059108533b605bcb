'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Banner } from '@/ui/banner';
import { channelOptions } from '../client';
import type { ChannelDetail, ChannelSummary } from '../contract';
import { useAgo } from './use-ago';

/** Says that somebody knocks with a wrong signature: a stranger, or the other side with an old secret. */
export function RefusedNotice({ slug, channel }: { slug: string; channel: ChannelSummary }) {
  const t = useTranslations('channels.pulse');
  // Until the first answer there is only the summary of the page, which does not count refusals.
  const { data } = useQuery({
    ...channelOptions(slug, channel.id, { watch: true }),
    select: (found) => (found as Partial<ChannelDetail>).measured?.refused ?? null,
  });
  const ago = useAgo(data?.at ?? null);
  if (!data || data.count === 0 || ago === null) return null;
  return (
    <Banner tone="warn" live="status" title={t('refused', { count: data.count, ago })}>
      {t('refusedText')}
    </Banner>
  );
}
