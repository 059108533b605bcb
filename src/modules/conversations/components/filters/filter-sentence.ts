import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { renderPredicate } from '@/modules/predicates/render';
import { type FilterName, listOf } from '../address/inbox-address';
import { useDirectory } from '../data/use-directory';
import { readFilter } from './filter-tree';

/** A filter of the address bar in words: "Status: open or pending". */
export function useFilterSentence(): (name: FilterName, value: string) => string {
  const t = useTranslations('inbox');
  const all = useTranslations();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const valueName = useFilterValueName();
  const { fields } = useDirectory();
  return (name, value) => {
    if (name === 'filter') {
      const predicate = readFilter(value);
      if (!predicate) return t('filters.unreadable');
      const translate = (key: string, values?: Record<string, string | number>) =>
        all.has(key as never) ? all(key as never, values as never) : key;
      return renderPredicate(predicate, fields, { locale, timeZone, translate });
    }
    if (name === 'unread') return t(value === 'true' ? 'filters.isUnread' : 'filters.isRead');
    if (name === 'since' || name === 'until') {
      const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(value));
      return t(`filters.${name}Day`, { day });
    }
    const names = listOf(value).map((one) => valueName(name, one));
    return t('filters.chip', {
      name: t(`filters.names.${name}`),
      values: new Intl.ListFormat(locale, { type: 'disjunction' }).format(names),
    });
  };
}

/** The name of one value: a status, a person, a tag. */
export function useFilterValueName(): (name: FilterName, value: string) => string {
  const t = useTranslations('inbox');
  const words = useTranslations('vocabulary');
  const networks = useTranslations('networks');
  const locale = useLocale();
  const { members, teams, channels, tags } = useDirectory();
  const find = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? t('filters.gone');
  return (name, value) => {
    switch (name) {
      case 'status':
        return words(`status.${value as 'open'}`);
      case 'network':
        return networks(value as 'email');
      case 'kind':
        return words(`kind.${value as 'post'}`);
      case 'priority':
        return words(`priority.${value as '0'}`);
      case 'language':
        return new Intl.DisplayNames(locale, { type: 'language' }).of(value) ?? value;
      case 'assignee':
        return value === 'me'
          ? t('filters.me')
          : value === 'none'
            ? t('filters.nobody')
            : find(members, value);
      case 'team':
        return find(teams, value);
      case 'channel':
        return find(channels, value);
      case 'tag':
        return find(tags, value);
      default:
        return value;
    }
  };
}
