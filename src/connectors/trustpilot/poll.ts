import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import type { PolledEvent, PollOutcome, PollRequest } from '../contract/asking';
import { callTrustpilot } from './api-call';
import { trustpilotSettings } from './manifest';
import { type Review, review } from './schema';

const PAGE = 100;
/** Reviews are listed by their creation; an edit of an older one comes by webhook alone. */
const LOOK_BACK_MS = 30 * 24 * 60 * 60 * 1000;

const cursorShape = z.object({
  /** The newest change seen. */
  until: z.iso.datetime(),
  /** Within a walk through the pages: the next one, and the newest change met on the way. */
  page: z.int().min(1).optional(),
  reached: z.iso.datetime().optional(),
});
type Cursor = z.output<typeof cursorShape>;

interface Found {
  review: Review;
  raw: unknown;
}

/** Reviews of the last 30 days that are new or were edited, page by page; of a backfill, everything since. */
export function createTrustpilotPoll(baseUrl: string): NonNullable<Connector['poll']> {
  return async (request, channel, outbound, now) => {
    const known = cursorShape.safeParse(request.cursor).data;
    const page = known?.page ?? 1;
    const found = await readPage(baseUrl, page, channel, outbound, now);
    if (!Array.isArray(found)) return found;
    const reached = latest([known?.reached ?? known?.until, ...found.map(({ review }) => changedAt(review))]);
    if (!known && !request.since)
      return {
        outcome: 'polled',
        events: [],
        cursor: { until: reached ?? now.toISOString() },
        hasMore: false,
      };
    return toOutcome({ request, known, page, found, reached: reached ?? now.toISOString() }, now);
  };
}

interface Turn {
  request: PollRequest;
  known: Cursor | undefined;
  page: number;
  found: readonly Found[];
  reached: string;
}

function toOutcome({ request, known, page, found, reached }: Turn, now: Date): PollOutcome {
  const begin = request.since ?? new Date(now.getTime() - LOOK_BACK_MS);
  const within = found.filter(({ review }) => review.createdAt >= begin);
  const until = request.since ? undefined : known?.until;
  const fresh = within.filter(({ review }) => until === undefined || changedAt(review) > until);
  const hasMore = found.length === PAGE && within.length === found.length;
  const cursor: Cursor = hasMore
    ? { until: known?.until ?? new Date(0).toISOString(), page: page + 1, reached }
    : { until: reached };
  return { outcome: 'polled', events: fresh.map(toEvent), cursor, hasMore };
}

const listing = z.object({ reviews: z.array(z.unknown()).max(1000) });

async function readPage(
  baseUrl: string,
  page: number,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<Found[] | Refusal> {
  const settings = trustpilotSettings.safeParse(channel.settings);
  if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
  const path = `business-units/${settings.data.businessUnitId}/reviews?perPage=${PAGE}&page=${page}&orderBy=createdat.desc`;
  const answer = await callTrustpilot(baseUrl, { method: 'GET', path }, channel, outbound, now);
  if (answer.outcome === 'gone') return { outcome: 'failed', reason: 'account_not_found' };
  if (answer.outcome !== 'answered') return answer;
  const listed = listing.safeParse(answer.json).data;
  if (!listed) return { outcome: 'failed', reason: 'unexpected_answer' };
  return listed.reviews.flatMap((raw) => {
    const parsed = review.safeParse(raw).data;
    return parsed ? [{ review: parsed, raw }] : [];
  });
}

/** Of the review or of our answer to it, whichever is later. */
function changedAt({ createdAt, updatedAt, companyReply }: Review): string {
  const times = [createdAt, updatedAt, companyReply?.createdAt, companyReply?.updatedAt];
  return latest(times.map((time) => time?.toISOString())) as string;
}

function latest(times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
}

function toEvent({ review, raw }: Found): PolledEvent {
  return {
    externalId: `${review.id}@${changedAt(review)}`,
    body: Buffer.from(JSON.stringify({ reviews: [raw], gone: [] })),
  };
}
