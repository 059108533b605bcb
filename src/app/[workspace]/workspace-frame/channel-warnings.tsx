'use client';
import CircleAlert from 'lucide-react/icons/circle-alert';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { fetchChannelWarnings } from '@/modules/channels/client';
import type { ChannelWarning } from '@/modules/channels/contract/health';
import { icon, iconSmall } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { useDismissed } from './use-dismissed';

/** Looked at again this often, and whenever the window comes back. */
const LOOK_MS = 60_000;

export interface ChannelWarningsProps {
  slug: string;
  initial: readonly ChannelWarning[];
}

/** What admins must know of their channels, one line at a time, the most urgent first; put away until it changes. */
export function ChannelWarnings({ slug, initial }: ChannelWarningsProps) {
  const t = useTranslations('warnings');
  const warnings = useWarnings(slug, initial);
  const { isDismissed, dismiss } = useDismissed(slug);
  const shown = warnings.filter((warning) => !isDismissed(signOf(warning)));
  const first = shown[0];
  if (!first) return null;
  const { kind, channelId, name, count = 0 } = first;
  const isBad = kind === 'needs_reconnect';
  return (
    <section
      aria-label={t('label')}
      className={`flex items-center gap-2.5 border-b border-line px-4 py-1 text-small ${isBad ? 'bg-bad-soft text-bad-ink' : 'bg-warn-soft text-warn-ink'}`}
    >
      <span className="shrink-0">{isBad ? <CircleAlert {...icon} /> : <TriangleAlert {...icon} />}</span>
      <p className="num min-w-0 flex-1">
        {t(kind, { name, count })}{' '}
        <Link
          href={`/${slug}/settings/channels/${channelId}`}
          className="font-medium whitespace-nowrap underline underline-offset-2"
        >
          {t('open')}
        </Link>
        {shown.length > 1 ? (
          <>
            {' · '}
            <Link
              href={`/${slug}/settings/channels`}
              className="whitespace-nowrap underline underline-offset-2"
            >
              {t('more', { count: shown.length - 1 })}
            </Link>
          </>
        ) : null}
      </p>
      <IconButton
        size="small"
        label={t('dismiss')}
        icon={<X {...iconSmall} />}
        onClick={() => dismiss(signOf(first), warnings.map(signOf))}
      />
    </section>
  );
}

/** Another count or another end is another warning. */
function signOf({ kind, channelId, count, at }: ChannelWarning): string {
  return [kind, channelId, count ?? '', at ?? ''].join(' ');
}

function useWarnings(slug: string, initial: readonly ChannelWarning[]): readonly ChannelWarning[] {
  const [warnings, setWarnings] = useState(initial);
  useEffect(() => {
    const abort = new AbortController();
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      // What cannot be asked for right now stays as it was.
      fetchChannelWarnings(slug, abort.signal).then(setWarnings, () => {});
    };
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      abort.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [slug]);
  return warnings;
}
