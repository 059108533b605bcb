import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ContactDetail } from '@/modules/contacts/contract';
import { callApi, type QueryValue } from '@/modules/workspaces/client';
import type {
  BulkProgress,
  ConversationDetail,
  ConversationPage,
  listConversationsInput,
  ThreadPage,
  ViewCounts,
} from '../contract';
import type { ConversationPanes } from '../contract/panes';
import type { SavedReply, SavedView } from '../contract/saved';
import type { SearchOutput } from '../contract/search';

/** The list's filters as the address bar has them; lists comma separated or as arrays. */
export type ListFilters = Omit<z.input<typeof listConversationsInput>, 'cursor' | 'limit'>;

/** What the screen shows of one conversation, and its person. */
export type OpenedConversation = ConversationPanes & { contact: ContactDetail | null };

const PAGE_SIZE = 50;

export const conversationKeys = {
  all: (slug: string) => [slug, 'conversations'] as const,
  lists: (slug: string) => [slug, 'conversations', 'list'] as const,
  counts: (slug: string) => [slug, 'conversations', 'counts'] as const,
  detail: (slug: string, id: string) => [slug, 'conversations', 'detail', id] as const,
  thread: (slug: string, id: string) => [slug, 'conversations', 'thread', id] as const,
  views: (slug: string) => [slug, 'conversations', 'views'] as const,
  replies: (slug: string) => [slug, 'conversations', 'saved-replies'] as const,
  bulk: (slug: string, id: string) => [slug, 'conversations', 'bulk', id] as const,
};

export function conversationsOptions(slug: string, filters: ListFilters) {
  return infiniteQueryOptions({
    queryKey: [...conversationKeys.lists(slug), filters],
    queryFn: ({ pageParam, signal }) =>
      callApi<ConversationPage>(slug, 'conversations', {
        query: { ...(filters as Record<string, QueryValue>), limit: PAGE_SIZE, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function countsOptions(slug: string) {
  return queryOptions({
    queryKey: conversationKeys.counts(slug),
    queryFn: ({ signal }) => callApi<ViewCounts>(slug, 'conversations/counts', { signal }),
  });
}

export function conversationOptions(slug: string, conversationId: string) {
  return queryOptions({
    queryKey: conversationKeys.detail(slug, conversationId),
    queryFn: ({ signal }) => callApi<ConversationDetail>(slug, `conversations/${conversationId}`, { signal }),
  });
}

/** Pages lead back in time; each reads oldest first. */
export function threadOptions(slug: string, conversationId: string) {
  return infiniteQueryOptions({
    queryKey: conversationKeys.thread(slug, conversationId),
    queryFn: ({ pageParam, signal }) =>
      callApi<ThreadPage>(slug, `conversations/${conversationId}/messages`, {
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function earlierOptions(slug: string, contactId: string) {
  return queryOptions({
    queryKey: [...conversationKeys.all(slug), 'of-contact', contactId],
    queryFn: ({ signal }) =>
      callApi<ConversationPage>(slug, `contacts/${contactId}/conversations`, {
        query: { limit: 20 },
        signal,
      }),
  });
}

/**
 * One request for everything the panes show, spread into the caches the panes read: for prefetching the next row and
 * for opening one cold.
 */
export async function prefetchConversation(
  client: QueryClient,
  slug: string,
  conversationId: string,
): Promise<void> {
  const { queryKey } = conversationOptions(slug, conversationId);
  if (client.getQueryState(queryKey)?.isInvalidated === false) return;
  const opened = await client.fetchQuery({
    queryKey: [...conversationKeys.all(slug), 'opened', conversationId],
    queryFn: ({ signal }) =>
      callApi<OpenedConversation>(slug, `conversations/${conversationId}/panes`, { signal }),
    staleTime: 0,
    gcTime: 0,
  });
  client.setQueryData(queryKey, opened.conversation);
  client.setQueryData(threadOptions(slug, conversationId).queryKey, {
    pages: [opened.thread],
    pageParams: [null],
  });
  if (!opened.contact) return;
  client.setQueryData([slug, 'contacts', 'detail', opened.contact.id], opened.contact);
}

export function viewsOptions(slug: string) {
  return queryOptions({
    queryKey: conversationKeys.views(slug),
    queryFn: ({ signal }) => callApi<{ data: SavedView[] }>(slug, 'views', { signal }),
    select: ({ data }) => data,
  });
}

/** Counts of saved views; 1000 stands for that many or more. */
export function viewCountsOptions(slug: string) {
  return queryOptions({
    queryKey: [...conversationKeys.counts(slug), 'views'],
    queryFn: ({ signal }) => callApi<{ counts: Record<string, number> }>(slug, 'views/counts', { signal }),
    select: ({ counts }) => counts,
  });
}

export function savedRepliesOptions(slug: string) {
  return queryOptions({
    queryKey: conversationKeys.replies(slug),
    queryFn: ({ signal }) => callApi<{ data: SavedReply[] }>(slug, 'saved-replies', { signal }),
    select: ({ data }) => data,
    staleTime: 5 * 60_000,
  });
}

/** Asked every second while it runs; events make it quicker. */
export function bulkOptions(slug: string, bulkChangeId: string) {
  return queryOptions({
    queryKey: conversationKeys.bulk(slug, bulkChangeId),
    queryFn: ({ signal }) => callApi<BulkProgress>(slug, `bulk-changes/${bulkChangeId}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1000 : false),
  });
}

export function searchOptions(slug: string, q: string) {
  return infiniteQueryOptions({
    queryKey: [slug, 'search', q],
    queryFn: ({ pageParam, signal }) =>
      callApi<SearchOutput>(slug, 'search', { query: { q, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: q.trim() !== '',
  });
}
