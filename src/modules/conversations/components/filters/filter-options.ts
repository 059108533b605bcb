import { useLocale, useTranslations } from 'next-intl';
import { networks as allNetworks, messageKinds, priorities, triageStatuses } from '@/kernel/vocabulary';
import type { FieldDescription } from '@/modules/predicates/contract';
import type { Option } from '@/ui/select';
import type { FilterName } from '../address/inbox-address';
import { useDirectory } from '../data/use-directory';
import { languages } from '../format/languages';
import { useFilterValueName } from './filter-sentence';

export type ListFilterName = Exclude<FilterName, 'q' | 'unread' | 'since' | 'until' | 'contact' | 'filter'>;

/** What can be chosen for a quick filter, by name; networks only where there is a channel. */
export function useFilterOptions(): (name: ListFilterName) => Option[] {
  const { members, teams, channels, tags } = useDirectory();
  const nameOf = useFilterValueName();
  const used = new Set(channels.map(({ network }) => network));
  const values: Record<ListFilterName, readonly string[]> = {
    status: triageStatuses,
    channel: channels.map(({ id }) => id),
    network: allNetworks.filter((network) => used.size === 0 || used.has(network)),
    kind: messageKinds.filter((kind) => kind !== 'note'),
    assignee: ['me', 'none', ...members.map(({ id }) => id)],
    team: teams.map(({ id }) => id),
    tag: tags.map(({ id }) => id),
    priority: [...priorities].reverse().map(String),
    language: languages,
  };
  return (name) => values[name].map((value) => ({ value, label: nameOf(name, value) }));
}

/** What can be chosen for a field of the builder; null where its value is typed. */
export function useFieldOptions(): (field: FieldDescription) => Option[] | null {
  const all = useTranslations();
  const t = useTranslations('inbox');
  const locale = useLocale();
  const { members, teams, channels, tags } = useDirectory();
  return (field) => {
    if (field.options) {
      return field.options.map(({ value, label, labelKey }) => ({
        value,
        label: label ?? (labelKey && all.has(labelKey as never) ? all(labelKey as never) : value),
      }));
    }
    if (field.type !== 'reference') {
      if (!field.name.endsWith('language')) return null;
      const names = new Intl.DisplayNames(locale, { type: 'language' });
      return languages.map((value) => ({ value, label: names.of(value) ?? value }));
    }
    const named = { member: members, team: teams, channel: channels, tag: tags }[field.refersTo ?? ''] ?? [];
    const me = field.refersTo === 'member' ? [{ value: 'me', label: t('filters.me') }] : [];
    return [...me, ...named.map(({ id, name }) => ({ value: id, label: name }))];
  };
}
