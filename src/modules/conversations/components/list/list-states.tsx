'use client';
import CircleCheck from 'lucide-react/icons/circle-check';
import Inbox from 'lucide-react/icons/inbox';
import SearchX from 'lucide-react/icons/search-x';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { useAddress, useAddressStore } from '../address/use-address';
import { isStandardView } from './view-label';

/** A list with nothing in it: what the view is for, and the next step. */
export function EmptyList() {
  const t = useTranslations('inbox');
  const store = useAddressStore();
  const view = useAddress((address) => address.view);
  const isFiltered = useAddress((address) => Object.keys(address.filters).length > 0);
  if (isFiltered) {
    return (
      <EmptyState
        quiet
        icon={<SearchX {...iconLarge} />}
        title={t('empty.filtered.title')}
        text={t('empty.filtered.text')}
        action={<Button onClick={() => store.go({ filters: {} })}>{t('filters.clear')}</Button>}
      />
    );
  }
  const name = isStandardView(view) ? view : 'saved';
  const isGood = name === 'mine' || name === 'unassigned' || name === 'open';
  const next = name === 'mine' ? 'unassigned' : name === 'open' || name === 'all' ? 'all' : 'open';
  return (
    <EmptyState
      quiet
      icon={isGood ? <CircleCheck {...iconLarge} /> : <Inbox {...iconLarge} />}
      title={t(`empty.${name}.title`)}
      text={t(`empty.${name}.text`)}
      {...(next === view
        ? {}
        : { action: <Button onClick={() => store.go({ view: next })}>{t(`empty.go.${next}`)}</Button> })}
    />
  );
}
