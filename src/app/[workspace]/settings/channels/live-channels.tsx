'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useLiveUpdates } from '@/modules/conversations/client/live';

/** Events of this long are answered by one new look at the page. */
const GATHER_MS = 1000;
/** What nobody tells of (a counter, a time that has passed) is looked at again this often. */
const LOOK_MS = 15_000;

/** Keeps the pages of channels as they are: what happened to a channel is read anew, nothing is typed away. */
export function LiveChannels({ slug, since }: { slug: string; since: string }) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const look = useEffectEvent(() => {
    if (document.visibilityState === 'visible') router.refresh();
  });
  useLiveUpdates(slug, since, ({ type }) => {
    if (!type.startsWith('channel.')) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), GATHER_MS);
  });
  useEffect(() => {
    const every = setInterval(() => look(), LOOK_MS);
    return () => {
      clearInterval(every);
      clearTimeout(timer.current);
    };
  }, []);
  return null;
}
