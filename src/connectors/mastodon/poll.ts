import { z } from 'zod';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import type { PolledEvent, PollOutcome, PollRequest } from '../contract/asking';
import { callerFor } from './api-call';
import { readOwnAccount } from './own-account';
import { recentShape, reviewRecent, versionNameOf } from './recent';
import { type OwnAccount, ownAccount } from './schema';
import { type Asking, type Found, PAGE, readAncestors, readSource } from './sources';

const MOST_TAGS = 30;
const MOST_RECENT = 40;

const followCursor = z.object({
  own: ownAccount,
  turn: z.int().min(0),
  /** The newest id of each list; empty where there was nothing. */
  newest: z.record(z.string(), z.string()),
  recent: recentShape,
});
const BEGINNING: Omit<z.output<typeof followCursor>, 'own'> = { turn: 0, newest: {}, recent: [] };
const backfillCursor = z.object({ own: ownAccount, turn: z.int().min(0), max: z.string().optional() });

/**
 * One list in each answer, in turn: notifications, our own statuses, each hashtag, and last some statuses of late once
 * more, for what was edited, deleted or spread.
 */
export const pollMastodon: NonNullable<Connector['poll']> = async (request, channel, outbound, now) => {
  const call = callerFor(channel, outbound, now);
  return request.since
    ? backfill(request, request.since, channel, { call, now })
    : follow(request, channel, { call, now });
};

/** The network's own search by words is left to what an instance happens to know; hashtags have lists of their own. */
function sourcesOf({ terms }: PollRequest): string[] {
  const tags = terms.flatMap((term) => /^#([\p{L}\p{N}_]+)$/u.exec(term)?.[1] ?? []);
  return ['notifications', 'own', ...tags.slice(0, MOST_TAGS).map((tag) => `t:${tag}`)];
}

type Unnamed = Omit<Asking, 'own'>;

async function ownOf(channel: ChannelAccess, { call }: Unnamed): Promise<OwnAccount | Refusal> {
  const known = await readOwnAccount(channel, call);
  return 'outcome' in known ? known : known.own;
}

async function follow(request: PollRequest, channel: ChannelAccess, unnamed: Unnamed): Promise<PollOutcome> {
  const known = followCursor.safeParse(request.cursor).data;
  const own = known?.own ?? (await ownOf(channel, unnamed));
  if ('outcome' in own) return own;
  const asking = { ...unnamed, own };
  const { turn, newest, recent } = known ?? { ...BEGINNING, own };
  const list = sourcesOf(request);
  const source = list[turn];
  if (source === undefined) {
    const reviewed = await reviewRecent(recent, asking);
    if ('outcome' in reviewed) return reviewed;
    const listed = Object.fromEntries(Object.entries(newest).filter(([name]) => list.includes(name)));
    const cursor = { own, turn: 0, newest: listed, recent: reviewed.recent };
    return { outcome: 'polled', events: reviewed.events, cursor, hasMore: false };
  }
  const before = newest[source];
  const page = await readSource(source, own.id, { min: before || undefined }, asking.call);
  if ('outcome' in page) return page;
  const events = before === undefined ? [] : await toEvents(page.found, asking);
  if ('outcome' in events) return events;
  const isLast = before === undefined || before === '' || page.ids.length < PAGE;
  const seen =
    before === undefined
      ? []
      : page.found.toReversed().map(({ status }) => ({ id: status.id, uri: status.uri, version: '' }));
  const cursor = {
    own,
    turn: isLast ? turn + 1 : turn,
    newest: { ...newest, [source]: page.ids[0] ?? before ?? '' },
    recent: [...recent, ...seen].slice(-MOST_RECENT),
  };
  return { outcome: 'polled', events, cursor, hasMore: true };
}

/** As events, the oldest first, each with the thread it stands in. */
async function toEvents(
  found: readonly Found[],
  { call, own, now }: Asking,
): Promise<PolledEvent[] | Refusal> {
  const events: PolledEvent[] = [];
  for (const { status, raw } of found.toReversed()) {
    const ancestors = await readAncestors(status, call);
    if (!Array.isArray(ancestors)) return ancestors;
    const body = Buffer.from(JSON.stringify({ own, seenAt: now, ancestors, status: raw }));
    events.push({ externalId: versionNameOf(status), body });
  }
  return events;
}

async function backfill(
  request: PollRequest,
  since: Date,
  channel: ChannelAccess,
  unnamed: Unnamed,
): Promise<PollOutcome> {
  const known = backfillCursor.safeParse(request.cursor).data;
  const own = known?.own ?? (await ownOf(channel, unnamed));
  if ('outcome' in own) return own;
  const asking = { ...unnamed, own };
  const { turn, max } = known ?? { turn: 0 };
  const list = sourcesOf(request);
  const source = list[turn];
  if (source === undefined)
    return { outcome: 'polled', events: [], cursor: request.cursor, hasMore: false, progress: 1 };
  const page = await readSource(source, own.id, { max }, asking.call);
  if ('outcome' in page) return page;
  const events = await toEvents(
    page.found.filter(({ status }) => status.created_at >= since),
    asking,
  );
  if ('outcome' in events) return events;
  const { oldestAt } = page;
  const next = page.ids.at(-1);
  const isDone = next === undefined || next === max || oldestAt === undefined || oldestAt < since;
  const span = Math.max(1, asking.now.getTime() - since.getTime());
  const part = isDone ? 1 : Math.max(0, Math.min(1, (asking.now.getTime() - oldestAt.getTime()) / span));
  return {
    outcome: 'polled',
    events,
    cursor: isDone ? { own, turn: turn + 1 } : { own, turn, max: next },
    hasMore: !isDone || turn + 1 < list.length,
    progress: Math.min(1, (turn + part) / list.length),
  };
}
