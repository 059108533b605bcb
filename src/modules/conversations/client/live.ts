import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { callApi, isPassing } from '@/modules/workspaces/client';
import { conversationKeys } from './queries';

/** An event of the stream: ids only. */
export interface LiveEvent {
  type: string;
  payload: Record<string, unknown>;
  /** Who did it; null for the system. */
  memberId: string | null;
}

export interface Presence {
  memberId: string;
  conversationId: string;
  state: 'viewing' | 'replying' | 'gone';
}

/** Presence is forgotten after this long without a word. */
export const PRESENCE_TTL_MS = 20_000;
/** Events of this long are answered by one round of requests. */
const GATHER_MS = 60;
const REOPEN_MS = 5000;

/**
 * Keeps every cache of the workspace fresh from the event stream, catching up by itself after a lost connection.
 * @param since where the stream stood before the page was read: what happened meanwhile is caught up
 * @param onEvent for what is no cache: the tab's title, notifications
 */
export function useLiveUpdates(slug: string, since: string, onEvent?: (event: LiveEvent) => void): void {
  const client = useQueryClient();
  const listener = useRef(onEvent);
  listener.current = onEvent;
  // A refreshed page does not open the line again.
  const [from] = useState(since);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the stream again
  useEffect(() => {
    const query = new URLSearchParams({ workspace: slug, after: from });
    const source = new EventSource(`/api/stream?${query}`);
    const stale = gatherer(client);
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as LiveEvent;
      for (const key of keysOf(slug, event)) stale.add(key);
      listener.current?.(event);
    });
    source.addEventListener('presence', ({ data }: MessageEvent<string>) =>
      notePresence(slug, JSON.parse(data) as Presence),
    );
    source.addEventListener('reset', () => void client.invalidateQueries({ queryKey: [slug] }));
    // The browser comes back by itself after a lost line; closed for good means that the door refused.
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED)
        void leaveIfRefused(slug, () => setAttempt((count) => count + 1));
    });
    return () => {
      source.close();
      stale.stop();
    };
  }, [client, slug, from, attempt]);
}

/**
 * Who may no longer be here is sent to the page that says so, and nothing they saw stays on the screen; drafts stay
 * on the device. Where only the line was refused, it is opened again.
 */
async function leaveIfRefused(slug: string, reopen: () => void): Promise<void> {
  try {
    await callApi(slug, 'members');
    setTimeout(reopen, REOPEN_MS);
  } catch (error) {
    if (isPassing(error)) setTimeout(reopen, REOPEN_MS);
    else window.location.reload();
  }
}

/** What an event makes stale. */
function keysOf(slug: string, { type, payload }: LiveEvent): (readonly unknown[])[] {
  const { lists, counts, detail, thread, views, replies, bulk, all } = conversationKeys;
  const ids = [payload.conversationId, payload.conversationIds].flat().filter((id) => typeof id === 'string');
  // Reading is private: it changes nothing on anybody else's screen, and one's own shows it already.
  if (type === 'conversation.read') return [];
  const [noun] = type.split('.');
  switch (noun) {
    case 'conversation':
    case 'conversations':
    case 'message':
      return [lists(slug), counts(slug), ...ids.flatMap((id) => [detail(slug, id), thread(slug, id)])];
    case 'contact':
    case 'contacts':
      return [[slug, 'contacts'], lists(slug)];
    case 'tag':
      return [[slug, 'contacts'], all(slug)];
    case 'view':
      return [views(slug), counts(slug)];
    case 'saved_reply':
      return [replies(slug)];
    case 'bulk':
      return typeof payload.bulkChangeId === 'string' ? [bulk(slug, payload.bulkChangeId)] : [];
    case 'member':
    case 'team':
      return [[slug, 'workspaces']];
    default:
      return [[slug, `${noun}s`]];
  }
}

/**
 * One round of requests for everything that came within `GATHER_MS`, and the next only when it has ended: to
 * invalidate what is being fetched starts it anew, so a steady stream of events would never let an answer through.
 */
function gatherer(client: QueryClient) {
  const waiting = new Map<string, readonly unknown[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFetching = false;
  const schedule = () => {
    if (!isFetching && waiting.size > 0) timer ??= setTimeout(() => void flush(), GATHER_MS);
  };
  const flush = async () => {
    timer = undefined;
    isFetching = true;
    const keys = [...waiting.values()];
    waiting.clear();
    await Promise.allSettled(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    isFetching = false;
    schedule();
  };
  return {
    add: (key: readonly unknown[]) => {
      waiting.set(JSON.stringify(key), key);
      schedule();
    },
    stop: () => {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}

type PresenceEntry = Presence & { at: number };
const NOBODY: readonly PresenceEntry[] = [];
const present = new Map<string, readonly PresenceEntry[]>();
const watchers = new Set<() => void>();

function notePresence(slug: string, presence: Presence): void {
  const key = `${slug} ${presence.conversationId}`;
  const others = fresh(key).filter(({ memberId }) => memberId !== presence.memberId);
  const now = presence.state === 'gone' ? others : [...others, { ...presence, at: Date.now() }];
  if (now.length > 0) present.set(key, now);
  else present.delete(key);
  for (const notify of watchers) notify();
  // Whoever fell silent is forgotten on every screen that watches.
  setTimeout(() => {
    const left = fresh(key);
    if (left.length === (present.get(key)?.length ?? 0)) return;
    if (left.length > 0) present.set(key, left);
    else present.delete(key);
    for (const notify of watchers) notify();
  }, PRESENCE_TTL_MS + 100);
}

function fresh(key: string): readonly PresenceEntry[] {
  return (present.get(key) ?? NOBODY).filter(({ at }) => Date.now() - at < PRESENCE_TTL_MS);
}

/** Who else looks at or answers a conversation right now. */
export function usePresence(slug: string, conversationId: string | null): readonly Presence[] {
  return useSyncExternalStore(
    (notify) => {
      watchers.add(notify);
      return () => watchers.delete(notify);
    },
    () => present.get(`${slug} ${conversationId}`) ?? NOBODY,
    () => NOBODY,
  );
}

/** Tells the others; a lost word is repeated by the next one. */
export async function announcePresence(
  slug: string,
  conversationId: string,
  state: Presence['state'],
): Promise<void> {
  await callApi<void>(slug, `conversations/${conversationId}/presence`, {
    method: 'POST',
    body: { state },
  }).catch(() => {});
}
