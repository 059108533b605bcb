import { useFormatter, useTranslations } from 'next-intl';
import type { ChannelSummary } from '../contract';

type Gap = NonNullable<ChannelSummary['gap']>;

/** "14:02–14:40, closed": the time we were away, with its day where that is another one, and whether it was made up. */
export function useGapSentence(): (gap: Gap) => string {
  const t = useTranslations('channels.gap');
  const format = useFormatter();
  return ({ from, until, closedAt }) => {
    const [start, end] = [new Date(from), until ? new Date(until) : null];
    const isOneDay = end && format.dateTime(start, 'day') === format.dateTime(end, 'day');
    const begin = format.dateTime(start, 'moment');
    if (!end) return t('since', { from: begin });
    const finish = format.dateTime(end, isOneDay ? 'clock' : 'moment');
    return t(closedAt ? 'closed' : 'open', { from: begin, until: finish });
  };
}
