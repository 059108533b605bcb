'use client';
import { useTranslations } from 'next-intl';
import { Moment } from '@/ui/moment';
import type { ChannelSummary } from '../contract';

/** Last event, then what waits, was put aside or failed, where there is any. */
export function ChannelCounts({ channel }: { channel: ChannelSummary }) {
  const t = useTranslations('channels.list');
  const { lastEventAt, pending, parked, failed } = channel;
  return (
    <>
      {lastEventAt ? (
        <span>
          {t('lastEvent')} <Moment value={lastEventAt} />
        </span>
      ) : null}
      {pending > 0 ? <span>{t('pending', { count: pending })}</span> : null}
      {parked > 0 ? <span className="text-warn-ink">{t('parked', { count: parked })}</span> : null}
      {failed > 0 ? <span className="text-bad-ink">{t('failed', { count: failed })}</span> : null}
    </>
  );
}
