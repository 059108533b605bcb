import { z } from 'zod';
import type { Refusal } from '../contract';
import { atUri, blueskyTime, postView } from './schema';
import type { CallXrpc } from './xrpc-call';

const PAGE = 100;
const POSTS_PER_CALL = 25;

/** A post in a list, with the time that list is sorted by. */
export interface Found {
  uri: string;
  /** ISO. */
  at: string;
  /** Absent where the list names it only; then it is fetched by `getPosts`. */
  raw?: unknown;
}
export interface SourcePage {
  found: Found[];
  /** The oldest the page holds, whatever it is; undefined on an empty page. */
  oldestAt: string | undefined;
  /** Undefined on the last page. */
  next: string | undefined;
}

/** A list to be read from its newest end: `notifications`, `own`, or a search as `q:<term>`. */
export async function readSource(
  source: string,
  { call, ownDid, page, since }: { call: CallXrpc; ownDid: string; page: string | undefined; since?: Date },
): Promise<SourcePage | Refusal> {
  const paging = { limit: String(PAGE), ...(page !== undefined && { cursor: page }) };
  if (source === 'notifications') return readNotifications(call, paging);
  if (source === 'own') return readOwn(call, { actor: ownDid, filter: 'posts_with_replies', ...paging });
  const query = {
    q: toQuery(source.slice(2)),
    sort: 'latest',
    ...(since && { since: since.toISOString() }),
    ...paging,
  };
  return readSearch(call, query);
}

/** Several words are meant as they stand. */
function toQuery(term: string): string {
  return /\s/.test(term) ? `"${term.replaceAll('"', ' ').trim()}"` : term;
}

const cursor = z.string().max(2000).nullish();
const notification = z.object({ uri: z.string(), reason: z.string(), indexedAt: blueskyTime });
const notifications = z.object({ notifications: z.array(z.unknown()).max(1000), cursor });
const feed = z.object({ feed: z.array(z.unknown()).max(1000), cursor });
const feedItem = z.object({ post: z.unknown(), reason: z.unknown().optional() });
const search = z.object({ posts: z.array(z.unknown()).max(1000), cursor });
const WORDED = ['mention', 'reply', 'quote'];

async function readNotifications(
  call: CallXrpc,
  query: Record<string, string>,
): Promise<SourcePage | Refusal> {
  const nsid = `app.bsky.notification.listNotifications?${new URLSearchParams(query)}`;
  const answer = await call({ method: 'GET', nsid });
  if (answer.outcome !== 'answered') return answer;
  const listed = notifications.safeParse(answer.json).data;
  if (!listed) return { outcome: 'failed', reason: 'unexpected_answer' };
  const entries = listed.notifications.flatMap((raw) => notification.safeParse(raw).data ?? []);
  const found = entries
    .filter(({ reason, uri }) => WORDED.includes(reason) && atUri.safeParse(uri).success)
    .map(({ uri, indexedAt }) => ({ uri, at: indexedAt.toISOString() }));
  return { found, oldestAt: entries.at(-1)?.indexedAt.toISOString(), next: nextOf(listed) };
}

async function readOwn(call: CallXrpc, query: Record<string, string>): Promise<SourcePage | Refusal> {
  const nsid = `app.bsky.feed.getAuthorFeed?${new URLSearchParams(query)}`;
  const answer = await call({ method: 'GET', nsid });
  if (answer.outcome !== 'answered') return answer;
  const listed = feed.safeParse(answer.json).data;
  if (!listed) return { outcome: 'failed', reason: 'unexpected_answer' };
  // An item with a reason is somebody else's post passed on, or one of ours pinned to the top out of order.
  const posts = listed.feed.flatMap((raw) => {
    const item = feedItem.safeParse(raw).data;
    return item && item.reason === undefined ? [item.post] : [];
  });
  return toPage(posts, listed);
}

async function readSearch(call: CallXrpc, query: Record<string, string>): Promise<SourcePage | Refusal> {
  const nsid = `app.bsky.feed.searchPosts?${new URLSearchParams(query)}`;
  const answer = await call({ method: 'GET', nsid });
  if (answer.outcome !== 'answered') return answer;
  const listed = search.safeParse(answer.json).data;
  return listed ? toPage(listed.posts, listed) : { outcome: 'failed', reason: 'unexpected_answer' };
}

function toPage(posts: readonly unknown[], listed: { cursor?: string | null | undefined }): SourcePage {
  const found = posts.flatMap((raw) => {
    const post = postView.safeParse(raw).data;
    return post ? [{ uri: post.uri, at: post.indexedAt.toISOString(), raw }] : [];
  });
  return { found, oldestAt: found.at(-1)?.at, next: nextOf(listed) };
}

function nextOf({ cursor: next }: { cursor?: string | null | undefined }): string | undefined {
  return next || undefined;
}

const posts = z.object({ posts: z.array(z.unknown()).max(POSTS_PER_CALL) });

/** Posts by uri, 25 in one call; those that are gone, or that we may not see, are absent. */
export async function getPosts(
  call: CallXrpc,
  uris: readonly string[],
): Promise<ReadonlyMap<string, unknown> | Refusal> {
  const found = new Map<string, unknown>();
  for (let start = 0; start < uris.length; start += POSTS_PER_CALL) {
    const query = new URLSearchParams(uris.slice(start, start + POSTS_PER_CALL).map((uri) => ['uris', uri]));
    const answer = await call({ method: 'GET', nsid: `app.bsky.feed.getPosts?${query}` });
    if (answer.outcome !== 'answered') return answer;
    const listed = posts.safeParse(answer.json).data;
    if (!listed) return { outcome: 'failed', reason: 'unexpected_answer' };
    for (const raw of listed.posts) {
      const uri = postView.safeParse(raw).data?.uri;
      if (uri !== undefined) found.set(uri, raw);
    }
  }
  return found;
}
