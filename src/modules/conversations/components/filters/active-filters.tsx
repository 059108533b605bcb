'use client';
import { useTranslations } from 'next-intl';
import { RemovableChip } from '@/ui/removable-chip';
import type { FilterName } from '../address/inbox-address';
import { useAddress, useAddressStore } from '../address/use-address';
import { useInbox } from '../state/inbox-context';
import { useFilterSentence } from './filter-sentence';

/** The filters that narrow the list, each with a cross. Loaded once one is set: its sentences are heavy. */
export default function ActiveFilters() {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const address = useAddressStore();
  const { store } = useInbox();
  const filters = useAddress((one) => one.filters);
  const sentence = useFilterSentence();
  const names = (Object.keys(filters) as FilterName[]).filter((name) => name !== 'q');
  if (names.length === 0) return null;
  const lift = (name: FilterName) => {
    const { [name]: _, ...others } = address.get().filters;
    address.go({ filters: others });
  };
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-3 py-2">
      {names.map((name) => {
        const text = sentence(name, filters[name] ?? '');
        return (
          <RemovableChip
            key={name}
            tone="accent"
            removeLabel={common('removeNamed', { name: text })}
            onRemove={() => lift(name)}
          >
            {text}
          </RemovableChip>
        );
      })}
      <button
        type="button"
        onClick={() => store.set({ menu: 'saveView' })}
        className="ml-auto h-6 rounded-r2 px-1.5 text-meta font-medium text-accent hover:bg-hover"
      >
        {t('saveView.short')}
      </button>
    </div>
  );
}
