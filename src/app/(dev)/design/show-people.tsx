'use client';
import { useTranslations } from 'next-intl';
import { networks } from '@/kernel/vocabulary';
import { Avatar } from '@/ui/avatar';
import { NetworkMark } from '@/ui/network-mark';
import { Stars } from '@/ui/stars';
import { Group, Row } from './group';
import { people } from './sample';

/** Avatars in their sizes, networks with their marks, ratings. */
export function People() {
  const t = useTranslations('design');
  const n = useTranslations('networks');
  const c = useTranslations('common');
  return (
    <Group title={t('people')}>
      <Row>
        {people.map((person) => (
          <Avatar
            key={person.id}
            id={person.id}
            name={person.name}
            network={person.network}
            networkName={n(person.network)}
          />
        ))}
      </Row>
      <Row>
        {([20, 24, 28, 34, 48, 64] as const).map((size) => (
          <Avatar
            key={size}
            id="p1"
            name="Jonas Weber"
            size={size}
            presence={size > 28 ? 'here' : 'away'}
            presenceLabel={c('online')}
          />
        ))}
        <Stars rating={2.5} label={c('stars', { rating: 2.5, outOf: 5 })} size={16} />
      </Row>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
        {networks.map((network) => (
          <li key={network} className="flex min-w-0 items-center gap-2">
            <NetworkMark network={network} size={20} />
            <NetworkMark network={network} size={14} />
            <span className="truncate text-small">{n(network)}</span>
          </li>
        ))}
      </ul>
    </Group>
  );
}
