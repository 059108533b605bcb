import { queryOptions } from '@tanstack/react-query';
import { callApi } from '@/modules/workspaces/client';
import type { ChannelSummary } from './contract';

export const channelKeys = {
  all: (slug: string) => [slug, 'channels'] as const,
  detail: (slug: string, id: string) => [slug, 'channels', 'detail', id] as const,
};

/** Milliseconds between two looks while an admin watches for the first delivery. */
const WATCH_MS = 2000;

/** One channel's facts; with `watch`, asked again every two seconds. */
export function channelOptions(slug: string, channelId: string, { watch = false } = {}) {
  return queryOptions({
    queryKey: channelKeys.detail(slug, channelId),
    queryFn: ({ signal }) => callApi<ChannelSummary>(slug, `channels/${channelId}`, { signal }),
    ...(watch && { refetchInterval: WATCH_MS, staleTime: 0 }),
  });
}
