'use client';
import Search from 'lucide-react/icons/search';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { icon } from '@/ui/icon';
import { TextField } from '@/ui/text-field';
import { type EventsQuery, eventsPath } from './events-path';

export interface EventSearchProps extends EventsQuery {
  slug: string;
  channelId: string;
}

/** Finds events by their id or by what their body holds; Enter asks. */
export function EventSearch({ slug, channelId, state, q }: EventSearchProps) {
  const t = useTranslations('channels.events');
  const router = useRouter();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    router.push(eventsPath(slug, channelId, { state, q: typed }));
  };
  return (
    <search className="w-full sm:w-72">
      <form onSubmit={search}>
        <TextField
          type="search"
          name="q"
          aria-label={t('search')}
          placeholder={t('search')}
          leading={<Search {...icon} />}
          defaultValue={q ?? ''}
        />
      </form>
    </search>
  );
}
