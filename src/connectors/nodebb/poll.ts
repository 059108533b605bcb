import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import type { PolledEvent, PollOutcome } from '../contract/asking';
import { callNodebb } from './api-call';
import { readTopic, type SeenPost } from './read-topic';
import { topicList } from './schema';

/** Topics read for one answer; the rest waits in the cursor. */
const TOPICS_AT_ONCE = 5;
/** Topics without news that are looked at again for edits and deletions. */
const LOOKED_AT_AGAIN = 5;
/** Deleted posts remembered, so that one that comes back is noticed. */
const MAX_GONE = 500;

const cursorShape = z.object({
  /** Everything up to this is known, milliseconds. */
  since: z.int().min(0),
  /** What `since` becomes once everything waiting has been read. */
  upTo: z.int().min(0).optional(),
  waiting: z.array(z.string()).max(5000).optional(),
  /** The page of the list of topics that comes next, while a gap is being closed. */
  listPage: z.int().min(1).optional(),
  gone: z.array(z.string()).max(MAX_GONE),
});
type Cursor = z.output<typeof cursorShape>;

/**
 * New, edited and deleted posts: topics by their last post, each read from its end until what is known. An edit or a
 * deletion in a topic without news is seen while the topic is among the newest.
 */
export const pollNodebb: NonNullable<Connector['poll']> = async (request, channel, outbound, now) => {
  const known = cursorShape.safeParse(request.cursor).data;
  const cursor = known ?? (request.since && { since: request.since.getTime(), gone: [] });
  if (!cursor) return begin(channel, outbound, now);
  const listed = cursor.waiting?.length ? cursor : await listTopics(cursor, channel, outbound, now);
  return 'outcome' in listed ? listed : readWaiting(listed, channel, outbound, now);
};

async function begin(channel: ChannelAccess, outbound: Outbound, now: Date): Promise<PollOutcome> {
  const listed = await listTopics({ since: 0, gone: [] }, channel, outbound, now);
  if ('outcome' in listed) return listed;
  const cursor: Cursor = { since: listed.upTo ?? now.getTime(), gone: [] };
  return { outcome: 'polled', events: [], cursor, hasMore: false };
}

/** The topics of one page that have news; of the first page also the newest without. */
async function listTopics(
  cursor: Cursor,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<Cursor | Refusal> {
  const page = cursor.listPage ?? 1;
  const answer = await callNodebb(
    { method: 'GET', path: `/api/recent?page=${page}` },
    channel,
    outbound,
    now,
  );
  if (answer.outcome !== 'answered') return answer;
  const list = topicList.safeParse(answer.json).data?.topics;
  if (!list) return { outcome: 'failed', reason: 'unexpected_answer' };
  const fresh = list.filter(({ lastposttime }) => lastposttime > cursor.since);
  const known = list.filter(({ lastposttime }) => lastposttime <= cursor.since);
  const again = page === 1 ? known.slice(0, LOOKED_AT_AGAIN) : [];
  const { listPage: _, ...rest } = cursor;
  return {
    ...rest,
    upTo: Math.max(cursor.upTo ?? cursor.since, ...fresh.map(({ lastposttime }) => lastposttime)),
    waiting: [...fresh, ...again].map(({ tid }) => tid),
    ...(fresh.length > 0 && known.length === 0 && { listPage: page + 1 }),
  };
}

async function readWaiting(
  cursor: Cursor,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<PollOutcome> {
  const waiting = cursor.waiting ?? [];
  const gone = new Set(cursor.gone);
  const events: PolledEvent[] = [];
  for (const tid of waiting.slice(0, TOPICS_AT_ONCE)) {
    const posts = await readTopic(tid, cursor.since, channel, outbound, now);
    if ('outcome' in posts) return posts;
    for (const post of posts) events.push(...toEvents(post, cursor.since, gone, now));
  }
  const left = waiting.slice(TOPICS_AT_ONCE);
  const hasMore = left.length > 0 || cursor.listPage !== undefined;
  const remembered = [...gone].slice(-MAX_GONE);
  const next: Cursor = hasMore
    ? { ...cursor, waiting: left, gone: remembered }
    : { since: cursor.upTo ?? cursor.since, gone: remembered };
  return { outcome: 'polled', events, cursor: next, hasMore };
}

/** NodeBB dates edits, but neither deletions nor what comes back: those count from when they were seen. */
function toEvents(seen: SeenPost, since: number, gone: Set<string>, now: Date): PolledEvent[] {
  const { pid, changedAt, isDeleted } = seen;
  const wasGone = gone.has(pid);
  if (isDeleted ? wasGone : !wasGone && changedAt <= since) return [];
  const isTurned = isDeleted || wasGone;
  if (isDeleted) gone.add(pid);
  else gone.delete(pid);
  const { raw: post, topic } = seen;
  const body = { post, topic, ...(isTurned && { seenAt: now.toISOString() }) };
  const version = isTurned ? `${isDeleted ? 'gone' : 'back'}-${now.getTime()}` : changedAt;
  return [{ externalId: `${pid}@${version}`, body: Buffer.from(JSON.stringify(body)) }];
}
