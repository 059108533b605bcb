import clsx from 'clsx';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ChannelSummary, RawEventView } from '@/modules/channels/contract';
import { eventStates } from './event-states';
import { eventsPath } from './events-path';

export interface EventFilterProps {
  slug: string;
  channel: ChannelSummary;
  state: RawEventView['state'] | undefined;
  q: string | undefined;
}

/** Which events are listed; it lives in the address. */
export async function EventFilter({ slug, channel, state, q }: EventFilterProps) {
  const t = await getTranslations('channels.events');
  const choices = [undefined, ...eventStates];
  return (
    <nav aria-label={t('filter')} className="-my-1 flex gap-1.5 overflow-x-auto py-1">
      {choices.map((choice) => (
        <Link
          key={choice ?? 'all'}
          href={eventsPath(slug, channel.id, { state: choice, q })}
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
