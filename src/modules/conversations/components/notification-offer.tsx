'use client';
import Bell from 'lucide-react/icons/bell';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { icon } from '@/ui/icon';
import { showToast } from '@/ui/toast';
import { useViewCounts } from './data/use-view-counts';
import { askForNotifications, decline, mayAsk } from './notifications';

/** Asks once, when something unread has arrived while one was elsewhere: never out of the blue. */
export function NotificationOffer() {
  const t = useTranslations('inbox');
  const unread = useViewCounts()?.unreadMine ?? 0;
  const [isOffered, setIsOffered] = useState(false);
  useEffect(() => {
    if (unread === 0) return;
    const offer = () => {
      if (!document.hidden && mayAsk()) setIsOffered(true);
    };
    document.addEventListener('visibilitychange', offer);
    return () => document.removeEventListener('visibilitychange', offer);
  }, [unread]);
  if (!isOffered) return null;
  const answer = async (isWanted: boolean) => {
    setIsOffered(false);
    if (!isWanted) return decline();
    if (await askForNotifications()) showToast({ text: t('notifications.on'), tone: 'good' });
  };
  return (
    <section
      aria-label={t('notifications.title')}
      className="floats fixed right-5 bottom-20 z-30 flex w-80 flex-col gap-3 rounded-r3 p-4 md:bottom-5"
    >
      <p className="flex gap-2.5 text-small">
        <Bell {...icon} className="mt-0.5 shrink-0 text-accent" />
        {t('notifications.ask')}
      </p>
      <div className="flex justify-end gap-2">
        <Button size="small" tone="quiet" onClick={() => void answer(false)}>
          {t('notifications.no')}
        </Button>
        <Button size="small" tone="primary" onClick={() => void answer(true)}>
          {t('notifications.yes')}
        </Button>
      </div>
    </section>
  );
}
