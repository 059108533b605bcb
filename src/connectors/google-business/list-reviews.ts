import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { callGoogle } from './api-call';
import { googleSettings, locationOf } from './manifest';
import { type Review, review } from './schema';

const PAGE = 50;

export interface ReviewPage {
  found: { review: Review; raw: unknown }[];
  /** All reviews of the place. */
  total: number | undefined;
  nextPageToken: string | undefined;
}

const listing = z.object({
  // A place without reviews answers without the list.
  reviews: z.array(z.unknown()).max(1000).default([]),
  totalReviewCount: z.int().min(0).nullish(),
  nextPageToken: z.string().max(4000).nullish(),
});

/** One page of the place's reviews, those changed last first. */
export async function listReviews(
  baseUrl: string,
  pageToken: string | undefined,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<ReviewPage | Refusal> {
  const settings = googleSettings.safeParse(channel.settings);
  if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
  const query = new URLSearchParams({ pageSize: String(PAGE), orderBy: 'updateTime desc' });
  if (pageToken) query.set('pageToken', pageToken);
  const url = `${baseUrl.replace(/\/+$/, '')}/v4/${locationOf(settings.data)}/reviews?${query}`;
  const answer = await callGoogle({ method: 'GET', url }, channel, outbound, now);
  if (answer.outcome !== 'answered') return answer;
  const page = listing.safeParse(answer.json).data;
  if (!page) return { outcome: 'failed', reason: 'unexpected_answer' };
  const found = page.reviews.flatMap((raw) => {
    const parsed = review.safeParse(raw).data;
    return parsed ? [{ review: parsed, raw }] : [];
  });
  return {
    found,
    total: page.totalReviewCount ?? undefined,
    nextPageToken: page.nextPageToken || undefined,
  };
}
