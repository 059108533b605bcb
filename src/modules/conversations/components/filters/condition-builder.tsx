'use client';
import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { iconSmall } from '@/ui/icon';
import { Segmented } from '@/ui/segmented';
import { useAddressStore } from '../address/use-address';
import { useDirectory } from '../data/use-directory';
import { ConditionLine } from './condition-line';
import {
  type FilterGroup,
  type FilterTree,
  newCondition,
  readFilter,
  treeOf,
  writeTree,
} from './filter-tree';

/** Conditions over everything known of conversations and their people, in groups of and/or. */
export function ConditionBuilder() {
  const t = useTranslations('inbox');
  const address = useAddressStore();
  const { fields } = useDirectory();
  const [tree, setTree] = useState(() => treeOf(readFilter(address.get().filters.filter)));
  const first = fields.values().next().value;
  if (!tree) return <p className="text-small text-ink-3">{t('filters.tooDeep')}</p>;
  if (!first) return null;
  const change = (next: FilterTree) => {
    setTree(next);
    const { filter: before, ...others } = address.get().filters;
    const filter = writeTree(next, fields);
    if (filter === (before ?? '')) return;
    address.go({ filters: filter ? { ...others, filter } : others }, 'replace');
  };
  const setGroup = (place: number, group: FilterGroup | null) =>
    change({
      ...tree,
      groups: tree.groups.flatMap((one, at) => (at === place ? (group ? [group] : []) : [one])),
    });
  return (
    <section aria-label={t('filters.conditions')} className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 className="text-meta font-medium text-ink-3">{t('filters.conditions')}</h3>
      <Group group={tree} onChange={(group) => change({ ...tree, ...group })} />
      {tree.groups.map((group, place) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other identity than their place
          key={place}
          className="rounded-r2 border border-line bg-sunken p-2"
        >
          <Group
            group={group}
            onChange={(next) => setGroup(place, next.conditions.length > 0 ? next : null)}
          />
        </div>
      ))}
      <div className="-ml-2 flex flex-wrap gap-1">
        <Button
          tone="quiet"
          size="small"
          icon={<Plus {...iconSmall} />}
          onClick={() => change({ ...tree, conditions: [...tree.conditions, newCondition(first)] })}
        >
          {t('filters.addCondition')}
        </Button>
        {tree.conditions.length > 0 ? (
          <Button
            tone="quiet"
            size="small"
            icon={<Plus {...iconSmall} />}
            onClick={() => {
              const match = tree.match === 'all' ? 'any' : 'all';
              change({ ...tree, groups: [...tree.groups, { match, conditions: [newCondition(first)] }] });
            }}
          >
            {t('filters.addGroup')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Group({ group, onChange }: { group: FilterGroup; onChange: (group: FilterGroup) => void }) {
  const t = useTranslations('inbox');
  const { conditions, match } = group;
  return (
    <div className="flex flex-col gap-1.5">
      {conditions.length > 1 ? (
        <Segmented
          label={t('filters.match')}
          value={match}
          onValueChange={(value) => onChange({ match: value, conditions })}
          options={[
            { value: 'all', label: t('filters.matchAll') },
            { value: 'any', label: t('filters.matchAny') },
          ]}
        />
      ) : null}
      {conditions.map((condition, place) => (
        <ConditionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity than their place
          key={place}
          condition={condition}
          onChange={(next) => onChange({ match, conditions: conditions.with(place, next) })}
          onRemove={() => onChange({ match, conditions: conditions.toSpliced(place, 1) })}
        />
      ))}
    </div>
  );
}
