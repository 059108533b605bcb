'use client';
import { useQuery } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Plus from 'lucide-react/icons/plus';
import Search from 'lucide-react/icons/search';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { EmptyState } from '@/ui/empty-state';
import { icon, iconLarge } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { ListStates } from '@/ui/list-states';
import { Menu } from '@/ui/menu';
import { queriesOptions, useDeleteQuery, useSaveQuery } from '../client';
import type { QueryView } from '../contract';
import { QueryDialog } from './query-dialog';
import { useDoing, useSentence } from './use-doing';

interface QueryListProps {
  slug: string;
  isInCharge: boolean;
}

/** Everything the workspace listens for, with what it found lately. */
export function QueryList({ slug, isInCharge }: QueryListProps) {
  const t = useTranslations('listening');
  const common = useTranslations('common');
  const sentence = useSentence();
  const query = useQuery(queriesOptions(slug));
  const [edited, edit] = useState<QueryView | 'new' | null>(null);
  const create = isInCharge ? (
    <Button tone="primary" icon={<Plus {...icon} />} onClick={() => edit('new')}>
      {t('searches.create')}
    </Button>
  ) : null;
  return (
    <>
      <ListStates
        query={{ ...query, data: query.data?.data }}
        words={{ failed: t('failed'), why: sentence, retry: common('retry'), loading: common('loading') }}
        empty={
          <EmptyState
            icon={<Search {...iconLarge} />}
            title={t('searches.empty')}
            text={t('searches.emptyText')}
            action={create}
          />
        }
      >
        {(searches) => (
          <div className="flex flex-col items-start gap-3">
            {create}
            <ul
              aria-label={t('searches.list')}
              className="w-full overflow-hidden rounded-r3 border border-line bg-surface"
            >
              {searches.map((one) => (
                <li key={one.id} className="border-b border-line last:border-b-0">
                  <Row slug={slug} search={one} isInCharge={isInCharge} onEdit={() => edit(one)} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </ListStates>
      {edited ? (
        <QueryDialog slug={slug} search={edited === 'new' ? null : edited} onClose={() => edit(null)} />
      ) : null}
    </>
  );
}

interface RowProps {
  slug: string;
  search: QueryView;
  isInCharge: boolean;
  onEdit: () => void;
}

function Row({ slug, search, isInCharge, onEdit }: RowProps) {
  const t = useTranslations('listening.searches');
  const common = useTranslations('common');
  const doing = useDoing();
  const remove = useDeleteQuery(slug);
  const save = useSaveQuery(slug);
  const { id, name, anyOf, allOf, noneOf, isActive, found, networks, languages } = search;
  const quoted = (words: readonly string[]) => words.map((word) => common('quoted', { word })).join(', ');
  const kept = { name, anyOf, allOf, noneOf, networks, languages };
  const drop = () =>
    doing(remove.mutateAsync({ queryId: id }), () => ({
      text: t('deleted', { name }),
      undo: () => void save.mutateAsync(kept),
    }));
  return (
    <div className="flex items-start gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{name}</span>
          {isActive ? null : <Chip small>{t('resting')}</Chip>}
          <span className="num text-meta text-ink-3">{t('found', { count: found })}</span>
        </p>
        <p className="mt-0.5 text-small break-words text-ink-2">
          {[
            anyOf.length > 0 ? t('any', { words: quoted(anyOf) }) : null,
            allOf.length > 0 ? t('all', { words: quoted(allOf) }) : null,
            noneOf.length > 0 ? t('none', { words: quoted(noneOf) }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {isInCharge ? (
        <Menu
          align="end"
          trigger={<IconButton label={t('actions', { name })} icon={<Ellipsis {...icon} />} />}
          entries={[
            { id: 'edit', label: common('edit'), onSelect: onEdit },
            { id: 'delete', label: common('delete'), tone: 'danger', onSelect: drop },
          ]}
        />
      ) : null}
    </div>
  );
}
