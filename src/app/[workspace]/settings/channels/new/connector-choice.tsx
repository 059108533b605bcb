'use client';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Search from 'lucide-react/icons/search';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ConnectorOffer } from '@/modules/channels/contract';
import { icon } from '@/ui/icon';
import { NetworkMark } from '@/ui/network-mark';
import { PageHeader } from '@/ui/page-header';
import { TextField } from '@/ui/text-field';
import { useConnectorWords } from './connector-words';
import { groupOfNetwork, networkGroups } from './network-groups';

export interface ConnectorChoiceProps {
  slug: string;
  offers: readonly ConnectorOffer[];
}

/** Every network there is, by what kind of place it is; typing finds one by its name or what it is for. */
export function ConnectorChoice({ slug, offers }: ConnectorChoiceProps) {
  const t = useTranslations('channels');
  const [typed, setTyped] = useState('');
  const matches = useMatches(typed.trim().toLowerCase());
  const found = offers.filter(matches);
  return (
    <>
      <PageHeader title={t('new.title')} meta={t('new.meta')} />
      <TextField
        type="search"
        aria-label={t('new.search')}
        placeholder={t('new.search')}
        leading={<Search {...icon} />}
        value={typed}
        onValueChange={(value) => setTyped(value)}
        className="sm:max-w-80"
      />
      <p role="status" className={found.length === 0 ? 'py-8 text-center text-ink-2' : 'sr-only'}>
        {found.length === 0 ? t('new.noneFound', { query: typed.trim() }) : null}
      </p>
      <nav aria-label={t('new.choose')} className="flex flex-col gap-6">
        {networkGroups.map((group) => {
          const members = found.filter(({ network }) => groupOfNetwork[network] === group);
          if (members.length === 0) return null;
          return (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`} className="mb-2 text-small font-semibold text-ink-2">
                {t(`groups.${group}`)}
              </h2>
              <ul className="grid gap-2 md:grid-cols-2">
                {members.map((offer) => (
                  <li key={offer.name} className="min-w-0">
                    <Choice slug={slug} offer={offer} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </nav>
    </>
  );
}

function useMatches(query: string): (offer: ConnectorOffer) => boolean {
  const t = useTranslations('channels');
  const word = (key: string) => (t.has(key as never) ? (t(key as never) as string) : '');
  return ({ name }) =>
    `${name} ${word(`connectors.${name}.name`)} ${word(`connectors.${name}.text`)}`
      .toLowerCase()
      .includes(query);
}

function Choice({ slug, offer }: { slug: string; offer: ConnectorOffer }) {
  const t = useTranslations('channels.new');
  const words = useConnectorWords(offer);
  return (
    <Link
      href={`/${slug}/settings/channels/new?connector=${offer.name}`}
      aria-label={words.name}
      aria-describedby={`connector-${offer.name}`}
      className="flex h-full items-center gap-3.5 rounded-r3 border border-line bg-surface px-4 py-3 hover:border-line-strong hover:bg-hover"
    >
      <NetworkMark network={offer.network} size={28} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{words.name}</span>
        <span id={`connector-${offer.name}`} className="block text-small text-ink-3">
          {words.text}
          {offer.canReply ? null : ` ${t('listensOnly')}`}
        </span>
      </span>
      <ChevronRight {...icon} className="shrink-0 text-ink-3" />
    </Link>
  );
}
