import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const words = (max: number) => z.string().max(max).transform(toStorable);
/** Up to nanoseconds; a Date keeps milliseconds. */
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const STARS = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 } as const;

/** A review as the Business Profile API tells it (accounts.locations.reviews, version 4). */
export const review = z.object({
  name: z.string().min(1).max(400).transform(toStorable),
  reviewId: z.string().min(1).max(300).transform(toStorable),
  reviewer: z
    .object({
      displayName: words(200).nullish(),
      profilePhotoUrl: words(2000).nullish(),
      isAnonymous: z.boolean().nullish(),
    })
    .nullish(),
  starRating: z.enum(['STAR_RATING_UNSPECIFIED', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE']),
  comment: words(50_000).nullish(),
  createTime: time,
  updateTime: time,
  reviewReply: z.object({ comment: words(50_000), updateTime: time }).nullish(),
});
export type Review = z.output<typeof review>;

/** What asking makes of a review that is no longer listed. */
export const goneReview = z.object({ reviewId: z.string().min(1).max(300).transform(toStorable), at: time });
