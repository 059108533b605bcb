import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import type { PolledEvent, PollOutcome, PollRequest } from '../contract/asking';
import { callDiscourse } from './api-call';
import { type DiscoursePost, discoursePost, postIdOf } from './schema';

const id = z.int().min(0);
const mark = z.object({ newestId: id, newestUpdate: z.iso.datetime() });
type Mark = z.output<typeof mark>;

/** What has been seen; while a gap is being closed, also where its closing stands and what is known once it is closed. */
const followCursor = mark.extend({ gap: mark.extend({ before: id }).optional() });
const backfillCursor = z.object({ before: id });

interface Page {
  posts: { post: DiscoursePost; raw: unknown }[];
  /** Undefined where nothing older is left. */
  oldestId: number | undefined;
}

/**
 * New and edited posts from `/posts.json`, 50 at a time, the newest first. It tells neither deletions nor private
 * messages: those come by webhook alone.
 */
export const pollDiscourse: NonNullable<Connector['poll']> = (request, channel, outbound, now) =>
  request.since
    ? backfill(request, request.since, channel, outbound, now)
    : follow(request, channel, outbound, now);

async function follow(
  request: PollRequest,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<PollOutcome> {
  const known = followCursor.safeParse(request.cursor).data;
  const page = await readPage(known?.gap?.before, channel, outbound, now);
  if ('outcome' in page) return page;
  const seen = markOf(page, known);
  if (!known) return { outcome: 'polled', events: [], cursor: seen, hasMore: false };
  const fresh = page.posts.filter(
    ({ post }) => post.id > known.newestId || changedAt(post) > known.newestUpdate,
  );
  const reaches = known.gap ?? seen;
  const isClosed = page.oldestId === undefined || page.oldestId <= known.newestId;
  const cursor = isClosed
    ? { newestId: reaches.newestId, newestUpdate: reaches.newestUpdate }
    : {
        newestId: known.newestId,
        newestUpdate: known.newestUpdate,
        gap: { ...reaches, before: page.oldestId },
      };
  return { outcome: 'polled', events: fresh.map(toEvent), cursor, hasMore: !isClosed };
}

async function backfill(
  request: PollRequest,
  since: Date,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<PollOutcome> {
  const before = backfillCursor.safeParse(request.cursor).data?.before;
  const page = await readPage(before, channel, outbound, now);
  if ('outcome' in page) return page;
  const wanted = page.posts.filter(({ post }) => post.created_at >= since);
  const hasMore = page.oldestId !== undefined && wanted.length === page.posts.length;
  const oldest = page.posts.at(-1)?.post.created_at;
  const span = now.getTime() - since.getTime();
  const done = hasMore && oldest ? Math.min(1, (now.getTime() - oldest.getTime()) / span) : 1;
  return {
    outcome: 'polled',
    events: wanted.map(toEvent),
    cursor: { before: page.oldestId ?? 0 },
    hasMore,
    progress: done,
  };
}

const latestPosts = z.object({ latest_posts: z.array(z.unknown()).max(1000) });

async function readPage(
  before: number | undefined,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<Page | Refusal> {
  const path = before === undefined ? '/posts.json' : `/posts.json?before=${before}`;
  const answer = await callDiscourse({ method: 'GET', path }, channel, outbound, now);
  if (answer.outcome !== 'answered') return answer;
  const listed = latestPosts.safeParse(answer.json).data;
  if (!listed) return { outcome: 'failed', reason: 'unexpected_answer' };
  const posts = listed.latest_posts
    .flatMap((raw) => {
      const post = discoursePost.safeParse(raw).data;
      return post ? [{ post, raw }] : [];
    })
    .sort((left, right) => right.post.id - left.post.id);
  // Versions of Discourse differ in whether `before` itself is listed again.
  const oldestId = posts.at(-1)?.post.id;
  return {
    posts,
    oldestId: oldestId !== undefined && oldestId < (before ?? Infinity) ? oldestId : undefined,
  };
}

function markOf({ posts }: Page, known: Mark | undefined): Mark {
  return {
    newestId: Math.max(known?.newestId ?? 0, ...posts.map(({ post }) => post.id)),
    newestUpdate: [
      known?.newestUpdate ?? new Date(0).toISOString(),
      ...posts.map(({ post }) => changedAt(post)),
    ]
      .sort()
      .at(-1) as string,
  };
}

function changedAt(post: DiscoursePost): string {
  return (post.updated_at ?? post.created_at).toISOString();
}

function toEvent({ post, raw }: Page['posts'][number]): PolledEvent {
  return {
    externalId: `${postIdOf(post.topic_id, post.post_number)}@${changedAt(post)}`,
    body: Buffer.from(JSON.stringify({ post: raw })),
  };
}
