import { useFormatter, useTranslations } from 'next-intl';
import { useSecondsAgo } from './use-seconds-ago';

const MINUTE = 60;
const HOUR = 3600;

/** "4 seconds ago", "12 minutes ago", then the day. */
export function useAgo(iso: string | null): string | null {
  const t = useTranslations('channels.pulse');
  const format = useFormatter();
  const seconds = useSecondsAgo(iso);
  if (iso === null || seconds === null) return null;
  if (seconds < MINUTE) return t('seconds', { count: seconds });
  if (seconds < HOUR) return t('minutes', { count: Math.floor(seconds / MINUTE) });
  return t('older', { date: format.dateTime(new Date(iso), 'day') });
}
