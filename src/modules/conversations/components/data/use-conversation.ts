import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { conversationOptions, prefetchConversation, threadOptions } from '../../client/queries';
import type { ChangeView, ConversationDetail, MessageView } from '../../contract';
import { useInbox } from '../state/inbox-context';

export interface Thread {
  messages: readonly MessageView[];
  changes: readonly ChangeView[];
  hasOlder: boolean;
  isLoadingOlder: boolean;
  loadOlder: () => void;
}

export interface OpenConversation {
  conversation: ConversationDetail | undefined;
  thread: Thread | undefined;
  error: Error | null;
  isRetrying: boolean;
  retry: () => void;
}

/** One conversation with its thread: from the cache at once where it was prefetched, else by one request for all panes. */
export function useConversation(id: string): OpenConversation {
  const { slug } = useInbox().workspace;
  const isReady = useWarm(slug, id);
  const detail = useQuery({ ...conversationOptions(slug, id), enabled: isReady, retry: 1 });
  const pages = useInfiniteQuery({ ...threadOptions(slug, id), enabled: isReady, retry: 1 });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const thread = useMemo((): Thread | undefined => {
    if (!data) return undefined;
    const inOrder = data.pages.toReversed();
    return {
      messages: unique(inOrder.flatMap((page) => page.data)),
      changes: unique(inOrder.flatMap((page) => page.changes)),
      hasOlder: hasNextPage,
      isLoadingOlder: isFetchingNextPage,
      loadOlder: () => {
        if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
      },
    };
  }, [data, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    conversation: detail.data,
    thread,
    error: detail.error ?? pages.error,
    isRetrying: detail.isRefetching || pages.isRefetching,
    retry: () => {
      void detail.refetch();
      void pages.refetch();
    },
  };
}

/** True once the caches hold the conversation, or one request has failed to fill them and each may ask for itself. */
function useWarm(slug: string, id: string): boolean {
  const client = useQueryClient();
  const isCached = client.getQueryData(conversationOptions(slug, id).queryKey) !== undefined;
  const [tried, setTried] = useState<string | null>(null);
  useEffect(() => {
    if (isCached) return;
    let isCurrent = true;
    void prefetchConversation(client, slug, id)
      .catch(() => undefined)
      .finally(() => isCurrent && setTried(id));
    return () => {
      isCurrent = false;
    };
  }, [client, slug, id, isCached]);
  return isCached || tried === id;
}

const REST_MS = 40;

/** Loads what `j` and `k` would open next, once one rests on a row. */
export function usePrefetchNeighbours(ids: readonly string[], selected: string | null): void {
  const client = useQueryClient();
  const { slug } = useInbox().workspace;
  const at = selected === null ? -1 : ids.indexOf(selected);
  const wanted = [ids[at + 1], ids[at + 2], ids[at - 1]].filter((id) => id !== undefined).join(' ');
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const id of wanted.split(' ').filter(Boolean)) {
        void prefetchConversation(client, slug, id).catch(() => undefined);
      }
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [client, slug, wanted]);
}

function unique<Item extends { id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
