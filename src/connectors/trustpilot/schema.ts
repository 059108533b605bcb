import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const id = z.string().min(1).max(64).transform(toStorable);
const words = (max: number) => z.string().max(max).transform(toStorable);
const time = z.iso.datetime({ offset: true, local: true }).transform(toUtc);

/** Without an offset the time is UTC. */
function toUtc(text: string): Date {
  return new Date(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
}

/** A review as the private API tells it; what a webhook calls by other names is brought to this form. */
export const review = z.object({
  id,
  stars: z.int().min(1).max(5),
  title: words(1000).nullish(),
  text: words(50_000).nullish(),
  language: words(20).nullish(),
  createdAt: time,
  updatedAt: time.nullish(),
  status: words(50).nullish(),
  consumer: z.object({ id, displayName: words(200).nullish(), name: words(200).nullish() }).nullish(),
  companyReply: z.object({ text: words(50_000), createdAt: time, updatedAt: time.nullish() }).nullish(),
});
export type Review = z.output<typeof review>;

/** One of a webhook's events: `service-review-created`, `-updated`, `-deleted`, or one we do not follow. */
export const webhookEvent = z.object({
  eventName: z.string().min(1).max(100),
  eventData: z.looseObject({ id }),
});
export const webhookDelivery = z.object({ events: z.array(z.unknown()).min(1).max(500) });

/** What fetching makes of a delivery or a page: whole reviews, and the ids of those that are gone. */
export const fetchedReviews = z.object({
  reviews: z.array(z.unknown()).max(500),
  gone: z.array(z.object({ id, at: time })).max(500),
});
