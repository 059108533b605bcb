import { z } from 'zod';
import type { Connector } from '../contract';
import type { PolledEvent, PollOutcome } from '../contract/asking';
import { listReviews, type ReviewPage } from './list-reviews';
import type { Review } from './schema';

/** A place with more reviews than this is no longer watched for those that vanish. */
const MOST_WATCHED = 1000;

const ids = z.array(z.string().max(300)).max(MOST_WATCHED * 2);
const cursorShape = z.object({
  /** The latest change seen. */
  until: z.iso.datetime(),
  /** Every review there is, to notice those that vanish: Google tells of no deletion. Absent above the limit. */
  watched: ids.optional(),
  /** A walk through the pages that is under way. */
  walk: z
    .object({ token: z.string().max(4000), reached: z.iso.datetime(), seen: ids, isWhole: z.boolean() })
    .optional(),
});
type Cursor = z.output<typeof cursorShape>;

/**
 * New, edited and vanished reviews. The list is walked from the latest change back to what is known; the whole of it
 * the first time, and where fewer are left than are known.
 */
export function createGooglePoll(baseUrl: string): NonNullable<Connector['poll']> {
  return async (request, channel, outbound, now) => {
    const known = cursorShape.safeParse(request.cursor).data;
    const page = await listReviews(baseUrl, known?.walk?.token, channel, outbound, now);
    if ('outcome' in page) return page;
    return request.since ? backfill(page, request.since, known) : follow(page, known, now);
  };
}

function follow(page: ReviewPage, known: Cursor | undefined, now: Date): PollOutcome {
  const { walk } = known ?? {};
  const until = known?.until;
  const isWhole = walk?.isWhole ?? (until === undefined || hasLost(page, known));
  const fresh = until === undefined ? [] : page.found.filter(({ review }) => changedAt(review) > until);
  const reached = later(walk?.reached ?? until, page.found);
  const seen = [...(walk?.seen ?? []), ...page.found.map(({ review }) => review.reviewId)];
  const token = page.nextPageToken;
  if (token !== undefined && seen.length < MOST_WATCHED && (isWhole || fresh.length === page.found.length)) {
    const cursor = { ...(known ?? { until: EPOCH }), walk: { token, reached, seen, isWhole } };
    // Before everything was walked once, nothing is news.
    if (until === undefined) cursor.until = FIRST_WALK;
    return { outcome: 'polled', events: fresh.map(toEvent), cursor, hasMore: true };
  }
  const isFirst = until === undefined || until === FIRST_WALK;
  const events = isFirst ? [] : fresh.map(toEvent);
  return {
    outcome: 'polled',
    ...ended({ page, known, seen, isWhole, reached, events }, now),
    hasMore: false,
  };
}

const EPOCH = new Date(0).toISOString();
/** Later than any change: while it stands nothing counts as news. */
const FIRST_WALK = '9999-12-31T23:59:59.999Z';

interface Ended {
  page: ReviewPage;
  known: Cursor | undefined;
  seen: readonly string[];
  isWhole: boolean;
  reached: string;
  events: PolledEvent[];
}

function ended({ page, known, seen, isWhole, reached, events }: Ended, now: Date) {
  const isAll = isWhole && page.nextPageToken === undefined;
  const listed = new Set(seen);
  const gone = isAll ? (known?.watched ?? []).filter((id) => !listed.has(id)) : [];
  const watched = isAll ? [...listed] : [...new Set([...seen, ...(known?.watched ?? [])])];
  const isWatched = (isAll || known?.watched !== undefined) && watched.length <= MOST_WATCHED;
  return {
    events: [...events, ...gone.map((reviewId) => toGone(reviewId, now))],
    cursor: { until: reached, ...(isWatched && { watched }) },
  };
}

/** Fewer are there than were known and have come since. */
function hasLost(page: ReviewPage, known: Cursor | undefined): boolean {
  if (!known?.watched || page.total === undefined) return false;
  const before = new Set(known.watched);
  const added = page.found.filter(({ review }) => !before.has(review.reviewId)).length;
  return page.total < before.size + added;
}

function backfill(page: ReviewPage, since: Date, known: Cursor | undefined): PollOutcome {
  const within = page.found.filter(({ review }) => changedAt(review) >= since.toISOString());
  const token = page.nextPageToken;
  const hasMore = token !== undefined && within.length === page.found.length;
  const reached = later(known?.until, page.found);
  const walk = token && { token, reached, seen: [], isWhole: false };
  const cursor = { until: reached, ...(hasMore && walk && { walk }) };
  return { outcome: 'polled', events: within.map(toEvent), cursor, hasMore };
}

function later(known: string | undefined, found: ReviewPage['found']): string {
  const start = known === undefined || known === FIRST_WALK ? EPOCH : known;
  return [start, ...found.map(({ review }) => changedAt(review))].sort().at(-1) as string;
}

/** Of the review or of our answer to it, whichever is later. */
function changedAt({ updateTime, reviewReply }: Review): string {
  const replied = reviewReply?.updateTime;
  return (replied && replied > updateTime ? replied : updateTime).toISOString();
}

function toEvent({ review, raw }: ReviewPage['found'][number]): PolledEvent {
  return {
    externalId: `${review.reviewId}@${changedAt(review)}`,
    body: Buffer.from(JSON.stringify(raw)),
  };
}

function toGone(reviewId: string, now: Date): PolledEvent {
  const at = now.toISOString();
  return {
    externalId: `${reviewId}@gone-${at}`,
    body: Buffer.from(JSON.stringify({ gone: { reviewId, at } })),
  };
}
