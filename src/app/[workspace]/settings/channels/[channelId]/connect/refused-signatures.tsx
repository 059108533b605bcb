'use client';
import { useTranslations } from 'next-intl';
import { useAgo } from '@/modules/channels/components/use-ago';
import type { ConnectProgress } from '@/modules/channels/contract/connecting';
import { Banner } from '@/ui/banner';

/** Somebody knocks with a wrong secret, most likely the admin's own half-finished setting at the other side. */
export function RefusedSignatures({ refused }: Pick<ConnectProgress, 'refused'>) {
  const t = useTranslations('channels.pulse');
  const ago = useAgo(refused.at);
  if (refused.count === 0 || ago === null) return null;
  return (
    <Banner tone="warn" live="status" title={t('refused', { count: refused.count, ago })}>
      {t('refusedText')}
    </Banner>
  );
}
