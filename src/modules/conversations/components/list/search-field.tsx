'use client';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { icon, iconSmall } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { useAddress, useAddressStore } from '../address/use-address';

const REST_MS = 200;

/** Searching within the list; usable together with its filters. */
export function SearchField() {
  const t = useTranslations('inbox');
  const store = useAddressStore();
  const query = useAddress((address) => address.filters.q ?? '');
  const [text, setText] = useState(query);
  useEffect(() => {
    if (text.trim() === query) return;
    const timer = setTimeout(() => {
      const { q: _, ...others } = store.get().filters;
      if (text.trim()) store.go({ filters: { ...others, q: text.trim() } }, 'replace');
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text, query, store]);
  const close = () => {
    const { q: _, ...others } = store.get().filters;
    store.go({ filters: others });
  };
  return (
    <search className="flex h-10 shrink-0 items-center gap-2 border-b border-line px-4 text-ink-3">
      <Search {...icon} />
      <input
        // biome-ignore lint/a11y/noAutofocus: the field appears because it was asked for
        autoFocus={query === ''}
        type="search"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
        className="h-full min-w-0 flex-1 bg-transparent text-body text-ink outline-none pointer-coarse:text-lead [&::-webkit-search-cancel-button]:hidden"
      />
      <IconButton label={t('list.endSearch')} icon={<X {...iconSmall} />} size="small" onClick={close} />
    </search>
  );
}
