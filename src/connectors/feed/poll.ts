import { z } from 'zod';
import type { Connector } from '../contract';
import type { PolledEvent, PollOutcome, PollRequest } from '../contract/asking';
import { askFeed, type FeedAnswer } from './ask-feed';
import { digest, type FeedEntry } from './entry';
import { textOf } from './entry-text';
import { feedSettings, SHORTEST_PAUSE_SECONDS } from './manifest';
import type { FeedDocument } from './read-feed';

const LONGEST_PAUSE_SECONDS = 86_400;
const DAY_MS = 86_400_000;
/** An entry that turns up this late is no news: a feed that renames all its ids would bring them all again. */
const TOO_LATE_MS = 30 * DAY_MS;
/** Entries remembered beyond those the feed still holds, so that one that comes back is not new. */
const MAX_SEEN = 1000;

const cursorShape = z.object({
  /** The address in the settings; another one begins anew. */
  source: z.string(),
  /** Where the feed was found. */
  address: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  paceSeconds: z.number().optional(),
  askedAt: z.iso.datetime(),
  /** What each entry said when it was last seen, both as short hashes. */
  seen: z.record(z.string(), z.string()),
});
type Cursor = z.output<typeof cursorShape>;
type Found = Extract<FeedAnswer, { outcome: 'found' }>;

/** New and changed entries; the first time those of the last 24 hours, for a feed gives what it holds. */
export const pollFeed: NonNullable<Connector['poll']> = async (request, channel, outbound, now) => {
  const settings = feedSettings.safeParse(channel.settings);
  if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
  const { url } = settings.data;
  const kept = cursorShape.safeParse(request.cursor).data;
  const cursor = kept?.source === url ? kept : undefined;
  let answer = await askFeed(cursor?.address ?? url, cursor ?? {}, outbound, now);
  // The feed has left the place it was found at: what the admin gave is asked again.
  if (cursor && cursor.address !== url && answer.outcome === 'failed')
    answer = await askFeed(url, {}, outbound, now);
  if (answer.outcome === 'retry' || answer.outcome === 'failed') return answer;
  if (answer.outcome === 'unchanged') return cursor ? unchanged(cursor, answer, now) : unexpected;
  return polled(answer, { cursor, source: url, request, now });
};

const unexpected: PollOutcome = { outcome: 'failed', reason: 'unexpected_answer' };

function unchanged(cursor: Cursor, { freshSeconds }: { freshSeconds?: number }, now: Date): PollOutcome {
  const pauseSeconds = pauseOf(cursor.paceSeconds, freshSeconds);
  const next: Cursor = { ...cursor, askedAt: now.toISOString() };
  return { outcome: 'polled', events: [], cursor: next, hasMore: false, pauseSeconds };
}

interface Asking {
  cursor: Cursor | undefined;
  source: string;
  request: PollRequest;
  now: Date;
}

function polled({ document, address, validators, freshSeconds }: Found, asking: Asking): PollOutcome {
  const { cursor, source, request, now } = asking;
  const seen = new Map(Object.entries(cursor?.seen ?? {}));
  const stillThere = new Set<string>();
  const events: PolledEvent[] = [];
  let isCut = false;
  for (const entry of oldestFirst(document.entries)) {
    const [key, words] = [digest(entry.id, 16), digest(saidBy(entry), 12)];
    const before = seen.get(key);
    const isWanted = before === undefined ? isNews(entry, asking) : before !== words;
    if (isWanted && events.length >= request.limit) {
      isCut = true;
      continue;
    }
    stillThere.add(key);
    seen.set(key, words);
    if (isWanted) events.push(toEvent(entry, document, before === undefined ? words : now));
  }
  const gone = [...seen.keys()].filter((key) => !stillThere.has(key));
  for (const key of gone.slice(0, Math.max(0, seen.size - MAX_SEEN))) seen.delete(key);
  const { paceSeconds } = document;
  const next: Cursor = {
    source,
    address,
    // Asked conditionally, a feed that was read in part would have nothing more to say.
    ...(!isCut && validators),
    ...(paceSeconds !== undefined && { paceSeconds }),
    askedAt: isCut && cursor ? cursor.askedAt : now.toISOString(),
    seen: Object.fromEntries(seen),
  };
  const pause = isCut ? {} : { pauseSeconds: pauseOf(paceSeconds, freshSeconds) };
  return { outcome: 'polled', events, cursor: next, hasMore: isCut, ...pause };
}

/** Whether an entry that was not seen before is told; one without a date is news only to who has read the feed before. */
function isNews({ publishedAt, updatedAt }: FeedEntry, { cursor, request, now }: Asking): boolean {
  const date = publishedAt ?? updatedAt;
  if (date === undefined) return cursor !== undefined && request.since === undefined;
  const earliest =
    request.since?.getTime() ?? (cursor ? Date.parse(cursor.askedAt) - TOO_LATE_MS : now.getTime() - DAY_MS);
  return Date.parse(date) >= earliest;
}

/** An entry is named by what it says; one that changed, by when that was seen, for it may change back. */
function toEvent(entry: FeedEntry, { head }: FeedDocument, version: string | Date): PolledEvent {
  const isChanged = version instanceof Date;
  const seenAt = isChanged ? { seenAt: version.toISOString() } : {};
  return {
    externalId: `${entry.id}@${isChanged ? version.getTime() : version}`,
    body: Buffer.from(JSON.stringify({ feedEntry: entry, feed: head, ...seenAt })),
  };
}

/** What counts as its words: markup, counters in addresses and dates may move without anybody having written. */
function saidBy(entry: FeedEntry): string {
  return JSON.stringify([textOf(entry), entry.attachments.map(({ url }) => new URL(url).pathname)]);
}

function oldestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  const at = ({ publishedAt, updatedAt }: FeedEntry) => publishedAt ?? updatedAt ?? '';
  return [...entries].reverse().sort((left, right) => at(left).localeCompare(at(right)));
}

/** Seconds until asking again: the slower of what the feed and its server wish for, 15 minutes to a day. */
function pauseOf(paceSeconds: number | undefined, freshSeconds: number | undefined): number {
  const wished = Math.max(paceSeconds ?? 0, freshSeconds ?? 0, SHORTEST_PAUSE_SECONDS);
  return Math.ceil(Math.min(wished, LONGEST_PAUSE_SECONDS));
}
