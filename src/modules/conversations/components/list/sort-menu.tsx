'use client';
import ArrowDownWideNarrow from 'lucide-react/icons/arrow-down-wide-narrow';
import { useTranslations } from 'next-intl';
import { iconSmall } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import type { ConversationSort } from '../../contract';
import { sorts } from '../address/inbox-address';
import { useAddress, useAddressStore } from '../address/use-address';

/** The order of the list; attention is explained where it is seen, in the conversation's head. */
export function SortMenu() {
  const t = useTranslations('inbox');
  const store = useAddressStore();
  const sort = useAddress((address) => address.sort);
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('sort.label', { sort: t(`sort.${sort}`) })}
          className="flex h-6 shrink-0 items-center gap-1 rounded-r2 px-1 text-meta text-ink-3 hover:bg-hover hover:text-ink"
        >
          <ArrowDownWideNarrow {...iconSmall} size={15} />
          {t(`sort.${sort}`)}
        </button>
      }
      entries={[
        {
          kind: 'choice',
          id: 'sort',
          label: t('sort.title'),
          value: sort,
          options: sorts.map((one) => ({ value: one, label: t(`sort.${one}Long`) })),
          onValueChange: (value) => store.go({ sort: value as ConversationSort }),
        },
      ]}
    />
  );
}
