import type { RawEventView } from '@/modules/channels/contract';

export interface EventsQuery {
  state?: RawEventView['state'] | undefined;
  q?: string | undefined;
}

/** The event log with what it is narrowed to. */
export function eventsPath(slug: string, channelId: string, { state, q }: EventsQuery): string {
  const query = new URLSearchParams({ ...(state && { state }), ...(q && { q }) }).toString();
  return `/${slug}/settings/channels/${channelId}/events${query ? `?${query}` : ''}`;
}
