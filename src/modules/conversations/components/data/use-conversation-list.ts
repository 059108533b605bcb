import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { conversationsOptions } from '../../client/queries';
import type { ConversationSummary } from '../../contract';
import { listFilters } from '../address/list-filters';
import { useAddress } from '../address/use-address';
import { useInbox } from '../state/inbox-context';
import { belongs } from './belongs';

export interface ConversationListData {
  rows: readonly ConversationSummary[];
  isPending: boolean;
  error: Error | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  isRetrying: boolean;
  loadMore: () => void;
  retry: () => void;
}

/** The rows of the list the address names, as far as they are loaded, each once. */
export function useConversationList(): ConversationListData {
  const { workspace, member } = useInbox();
  const view = useAddress((address) => address.view);
  const sort = useAddress((address) => address.sort);
  const filters = useAddress((address) => address.filters);
  const query = useInfiniteQuery({
    ...conversationsOptions(workspace.slug, listFilters({ view, sort, filters })),
    retry: 1,
  });
  const rows = useMemo(() => {
    const seen = new Set<string>();
    const all = query.data?.pages.flatMap((page) => page.data) ?? [];
    return all.filter((row) => {
      if (seen.has(row.id) || !belongs(row, { view, filters }, member.id)) return false;
      seen.add(row.id);
      return true;
    });
  }, [query.data, view, filters, member.id]);
  return {
    rows,
    isPending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    isRetrying: query.isRefetching,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
