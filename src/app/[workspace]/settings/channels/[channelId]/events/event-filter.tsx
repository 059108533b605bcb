import clsx from 'clsx';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ChannelSummary, RawEventView } from '@/modules/channels/contract';
import { eventStates } from './event-states';

export interface EventFilterProps {
  slug: string;
  channel: ChannelSummary;
  state: RawEventView['state'] | undefined;
}

/** Which events are listed; it lives in the address. */
export async function EventFilter({ slug, channel, state }: EventFilterProps) {
  const t = await getTranslations('channels.events');
  const base = `/${slug}/settings/channels/${channel.id}/events`;
  const choices = [undefined, ...eventStates];
  return (
    <nav aria-label={t('filter')} className="-my-1 flex gap-1.5 overflow-x-auto py-1">
      {choices.map((choice) => (
        <Link
          key={choice ?? 'all'}
          href={choice ? `${base}?state=${choice}` : base}
          {...(choice === state ? { 'aria-current': 'true' as const } : {})}
          className={clsx(
            'inline-flex h-6 shrink-0 items-center rounded-full border px-2.5 text-meta font-medium',
            choice === state
              ? 'border-accent-line bg-accent-soft text-accent'
              : 'border-line bg-surface text-ink-2 hover:border-line-strong hover:text-ink',
          )}
        >
          {t(choice ?? 'all')}
        </Link>
      ))}
    </nav>
  );
}
