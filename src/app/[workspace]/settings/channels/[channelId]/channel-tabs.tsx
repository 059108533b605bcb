'use client';
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import type { ChannelSummary } from '@/modules/channels/contract';
import { Count } from '@/ui/count';

/** The parts of a channel, each with an address of its own. */
export function ChannelTabs({ slug, channel }: { slug: string; channel: ChannelSummary }) {
  const t = useTranslations('channels.tabs');
  const format = useFormatter();
  const path = usePathname();
  const base = `/${slug}/settings/channels/${channel.id}`;
  const tabs = [
    { href: base, label: t('overview'), count: 0 },
    { href: `${base}/setup`, label: t('settings'), count: 0 },
    { href: `${base}/routing`, label: t('routing'), count: 0 },
    { href: `${base}/events`, label: t('events'), count: channel.parked },
    { href: `${base}/failed`, label: t('failed'), count: channel.failed },
  ];
  return (
    <nav aria-label={t('label')} className="flex gap-5 overflow-x-auto border-b border-line">
      {tabs.map(({ href, label, count }) => (
        <Link
          key={href}
          href={href}
          {...(path === href ? { 'aria-current': 'page' as const } : {})}
          className={clsx(
            'flex h-9 shrink-0 items-center gap-1.5 border-b-2 text-small font-medium -outline-offset-2',
            path === href ? 'border-accent text-ink' : 'border-transparent text-ink-3 hover:text-ink',
          )}
        >
          {label}
          {count > 0 ? <Count value={format.number(count)} tone="attention" /> : null}
        </Link>
      ))}
    </nav>
  );
}
