'use client';
import ListFilter from 'lucide-react/icons/list-filter';
import Search from 'lucide-react/icons/search';
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Pane } from '@/ui/frame/pane';
import { icon } from '@/ui/icon';
import { Kbd } from '@/ui/kbd';
import { ListSkeleton } from '@/ui/skeleton';
import { useAddress } from '../address/use-address';
import { useConversationList } from '../data/use-conversation-list';
import { useErrorSentence } from '../data/use-error-sentence';
import { useInbox, useInboxState } from '../state/inbox-context';
import { BulkBar } from '../triage/bulk-bar';
import { ConversationList } from './conversation-list';
import { EmptyList } from './list-states';
import { SearchField } from './search-field';
import { ViewBar } from './view-bar';
import { ViewsMenu } from './views-menu';

const ActiveFilters = lazy(() => import('../filters/active-filters'));
const FilterPopover = lazy(() => import('../filters/filter-popover'));

export interface ListPaneProps {
  className?: string;
  onOpen: (id: string, how: 'pointer' | 'keyboard') => void;
}

/** The first pane: where one is, what is there, in which order. */
export function ListPane({ className, onOpen }: ListPaneProps) {
  const t = useTranslations('inbox');
  const isSearching = useAddress((address) => address.filters.q !== undefined);
  const isFiltered = useAddress((address) => Object.keys(address.filters).some((name) => name !== 'q'));
  return (
    <Pane
      label={t('list.pane')}
      className={className ?? ''}
      bar={
        <>
          <h2 className="text-heading font-semibold tracking-[-.015em]">{t('title')}</h2>
          <ViewsMenu />
          <span className="flex-1" />
          <SearchButton />
          <FilterButton />
        </>
      }
    >
      {isSearching ? <SearchField /> : null}
      <ViewBar />
      {isFiltered ? (
        <Suspense>
          <ActiveFilters />
        </Suspense>
      ) : null}
      <BulkBar />
      <ListBody onOpen={onOpen} />
    </Pane>
  );
}

function SearchButton() {
  const t = useTranslations('common');
  const { store } = useInbox();
  return (
    <button
      type="button"
      aria-label={t('search')}
      onClick={() => store.set({ menu: 'palette' })}
      className="flex h-7.5 items-center gap-1.5 rounded-r2 px-1.5 text-ink-2 hover:bg-hover hover:text-ink"
    >
      <Search {...icon} />
      <span className="max-md:hidden">
        <Kbd keys="/" />
      </span>
    </button>
  );
}

function FilterButton() {
  const t = useTranslations('inbox');
  const { store } = useInbox();
  const isOpen = useInboxState((state) => state.menu === 'filters');
  const trigger = (
    <Button size="small" icon={<ListFilter {...icon} />}>
      <span className="max-md:sr-only">{t('filters.title')}</span>
    </Button>
  );
  if (!isOpen) {
    return (
      <Button
        size="small"
        icon={<ListFilter {...icon} />}
        aria-haspopup="dialog"
        onClick={() => store.set({ menu: 'filters' })}
      >
        <span className="max-md:sr-only">{t('filters.title')}</span>
      </Button>
    );
  }
  return (
    <Suspense fallback={trigger}>
      <FilterPopover trigger={trigger} onClose={() => store.set({ menu: null })} />
    </Suspense>
  );
}

function ListBody({ onOpen }: Pick<ListPaneProps, 'onOpen'>) {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const list = useConversationList();
  if (list.isPending) return <ListSkeleton label={t('list.loading')} rows={8} />;
  if (list.error && list.rows.length === 0) {
    return (
      <ErrorState
        title={t('list.failed')}
        text={sentence(list.error)}
        retryLabel={common('retry')}
        onRetry={list.retry}
        busy={list.isRetrying}
      />
    );
  }
  if (list.rows.length === 0) return <EmptyList />;
  return (
    <ConversationList
      rows={list.rows}
      hasMore={list.hasMore}
      isLoadingMore={list.isLoadingMore}
      onLoadMore={list.loadMore}
      onOpen={onOpen}
    />
  );
}
