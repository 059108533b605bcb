import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import type { PolledEvent, PollOutcome, PollRequest } from '../contract/asking';
import { recentShape, reviewRecent } from './recent';
import { isRefusal, openSession } from './session';
import { type Found, getPosts, readSource, type SourcePage } from './sources';
import { type CallXrpc, callerFor } from './xrpc-call';

/** Servers list by the author's clock, or when they heard of it: what belongs before the newest may come after it. */
const OVERLAP_MS = 5 * 60_000;
const MOST_SEEN = 100;
const MOST_TERMS = 50;

const stand = z.object({
  /** ISO; everything up to here was fetched. Empty where there was nothing at first. */
  newest: z.string().max(40),
  /** What was fetched of the overlap. */
  seen: z.array(z.string()),
  /** While a gap is closed: where its closing stands, and what is known once it is closed. */
  gap: z.object({ newest: z.string().max(40), page: z.string() }).optional(),
});
type Stand = z.output<typeof stand>;
const followCursor = z.object({
  turn: z.int().min(0),
  sources: z.record(z.string(), stand),
  recent: recentShape,
});
const backfillCursor = z.object({ turn: z.int().min(0), page: z.string().optional() });

interface Asking {
  call: CallXrpc;
  ownDid: string;
  now: Date;
}

/**
 * One list in each answer, in turn: notifications, our own posts, each search term, and last the posts of late once
 * more, for what was deleted and how far it spread.
 */
export const pollBluesky: NonNullable<Connector['poll']> = async (request, channel, outbound, now) => {
  const asking = await prepare(channel, outbound, now);
  if ('outcome' in asking) return asking;
  return request.since ? backfill(request, request.since, asking) : follow(request, asking);
};

async function prepare(channel: ChannelAccess, outbound: Outbound, now: Date): Promise<Asking | Refusal> {
  const session = await openSession(channel, outbound, now);
  if (isRefusal(session)) return session;
  return { call: callerFor(channel, outbound, now), ownDid: session.did, now };
}

function sourcesOf({ terms }: PollRequest): string[] {
  return ['notifications', 'own', ...terms.slice(0, MOST_TERMS).map((term) => `q:${term}`)];
}

async function follow(request: PollRequest, asking: Asking): Promise<PollOutcome> {
  const known = followCursor.safeParse(request.cursor).data ?? { turn: 0, sources: {}, recent: [] };
  const list = sourcesOf(request);
  const source = list[known.turn];
  if (source === undefined) {
    const reviewed = await reviewRecent(known.recent, asking);
    if ('outcome' in reviewed) return reviewed;
    const sources = Object.fromEntries(Object.entries(known.sources).filter(([name]) => list.includes(name)));
    const cursor = { turn: 0, sources, recent: reviewed.recent };
    return { outcome: 'polled', events: reviewed.events, cursor, hasMore: false };
  }
  const before = known.sources[source];
  const page = await readSource(source, { ...asking, page: before?.gap?.page });
  if ('outcome' in page) return page;
  const { fresh, after } = advance(before, page);
  const events = await toEvents(fresh, asking);
  if ('outcome' in events) return events;
  const turn = after.gap ? known.turn : known.turn + 1;
  const recent = [...known.recent, ...events.map(({ externalId: uri }) => ({ uri, counts: '' }))];
  const cursor = { turn, sources: { ...known.sources, [source]: after }, recent: recent.slice(-25) };
  return { outcome: 'polled', events, cursor, hasMore: true };
}

/** What of a page is new, and what is known after it. */
function advance(before: Stand | undefined, page: SourcePage): { fresh: Found[]; after: Stand } {
  const times = page.found.map(({ at }) => at);
  const newest = [before?.newest ?? '', ...times].sort().at(-1) ?? '';
  if (!before) return { fresh: [], after: { newest, seen: seenOf(page.found, [], newest) } };
  const from = overlapBefore(before.newest);
  const fresh = page.found.filter(({ uri, at }) => at >= from && !before.seen.includes(uri));
  const reaches = before.gap && before.gap.newest > newest ? before.gap.newest : newest;
  const seen = seenOf(page.found, before.seen, reaches);
  const isClosed = page.next === undefined || page.oldestAt === undefined || page.oldestAt < from;
  // A list that never had anything has no gap: it is only longer than a page.
  return isClosed || page.next === undefined
    ? { fresh, after: { newest: reaches, seen } }
    : { fresh, after: { newest: before.newest, seen, gap: { newest: reaches, page: page.next } } };
}

function overlapBefore(at: string): string {
  return at === '' ? '' : new Date(Date.parse(at) - OVERLAP_MS).toISOString();
}

function seenOf(found: readonly Found[], before: readonly string[], newest: string): string[] {
  const from = overlapBefore(newest);
  const here = found.filter(({ at }) => at >= from).map(({ uri }) => uri);
  return [...new Set([...here, ...before])].slice(0, MOST_SEEN);
}

/** As events, with the posts that were only named fetched; what is gone by now never was. */
async function toEvents(
  found: readonly Found[],
  { call, ownDid, now }: Asking,
): Promise<PolledEvent[] | Refusal> {
  const named = found.filter(({ raw }) => raw === undefined).map(({ uri }) => uri);
  const fetched = await getPosts(call, [...new Set(named)]);
  if ('outcome' in fetched) return fetched;
  const wanted = new Map(found.map(({ uri, raw }) => [uri, raw ?? fetched.get(uri)]));
  return [...wanted].flatMap(([uri, post]) =>
    post === undefined
      ? []
      : [{ externalId: uri, body: Buffer.from(JSON.stringify({ ownDid, seenAt: now, post })) }],
  );
}

async function backfill(request: PollRequest, since: Date, asking: Asking): Promise<PollOutcome> {
  const { turn, page: from } = backfillCursor.safeParse(request.cursor).data ?? { turn: 0 };
  const list = sourcesOf(request);
  const source = list[turn];
  if (source === undefined)
    return { outcome: 'polled', events: [], cursor: request.cursor, hasMore: false, progress: 1 };
  const page = await readSource(source, { ...asking, page: from, since });
  if ('outcome' in page) return page;
  const events = await toEvents(
    page.found.filter(({ at }) => at >= since.toISOString()),
    asking,
  );
  if ('outcome' in events) return events;
  const oldest = page.oldestAt === undefined ? undefined : new Date(page.oldestAt);
  const isDone = page.next === undefined || oldest === undefined || oldest < since;
  const span = Math.max(1, asking.now.getTime() - since.getTime());
  const part = isDone ? 1 : Math.max(0, Math.min(1, (asking.now.getTime() - oldest.getTime()) / span));
  return {
    outcome: 'polled',
    events,
    cursor: isDone ? { turn: turn + 1 } : { turn, page: page.next },
    hasMore: !isDone || turn + 1 < list.length,
    progress: Math.min(1, (turn + part) / list.length),
  };
}
