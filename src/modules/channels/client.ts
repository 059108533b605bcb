import { queryOptions } from '@tanstack/react-query';
import { callApi } from '@/modules/workspaces/client';
import type { ChannelSummary } from './contract';
import type { ConnectProgress } from './contract/connecting';
import type { ChannelWarning } from './contract/health';
import type { RawEventDetail } from './contract/raw-events';

export const channelKeys = {
  all: (slug: string) => [slug, 'channels'] as const,
  detail: (slug: string, id: string) => [slug, 'channels', 'detail', id] as const,
  connection: (slug: string, id: string) => [slug, 'channels', 'connection', id] as const,
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

/** How far the guided way is, asked again every two seconds: proofs come from outside and tell nobody. */
export function connectionOptions(slug: string, channelId: string) {
  return queryOptions({
    queryKey: channelKeys.connection(slug, channelId),
    queryFn: ({ signal }) => callApi<ConnectProgress>(slug, `channels/${channelId}/connection`, { signal }),
    refetchInterval: WATCH_MS,
    staleTime: 0,
  });
}

/** One delivery as it came: its body never changes. */
export function rawEventOptions(slug: string, channelId: string, rawEventId: string) {
  return queryOptions({
    queryKey: [slug, 'raw-events', rawEventId],
    queryFn: ({ signal }) =>
      callApi<RawEventDetail>(slug, `channels/${channelId}/events/${rawEventId}`, { signal }),
  });
}

/** What the admins should know of their channels now. */
export async function fetchChannelWarnings(slug: string, signal?: AbortSignal): Promise<ChannelWarning[]> {
  const { data } = await callApi<{ data: ChannelWarning[] }>(slug, 'channels/warnings', {
    ...(signal && { signal }),
  });
  return data;
}
