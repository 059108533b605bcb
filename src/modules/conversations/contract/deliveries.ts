import { z } from 'zod';

const id = z.uuid();
const instant = z.iso.datetime({ offset: true });

/** A reply that was given up: an admin sees why and may try it again. */
export const failedDelivery = z.strictObject({
  id,
  messageId: id,
  conversationId: id,
  /** The beginning of the reply. */
  excerpt: z.string(),
  author: z.string().nullable(),
  contact: z.string().nullable(),
  /** Key under `ingest.delivery`. */
  reason: z.string().nullable(),
  /** The network's own words. */
  detail: z.string().nullable(),
  attempts: z.number().int(),
  failedAt: instant.nullable(),
});
export type FailedDelivery = z.infer<typeof failedDelivery>;

export const failedDeliveryPage = z.strictObject({
  data: z.array(failedDelivery),
  nextCursor: z.string().nullable(),
});

export const listFailedDeliveriesInput = z.strictObject({
  channelId: id,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});

/** One reply, or all that failed on a channel. */
export const retryDeliveriesInput = z.strictObject({ channelId: id, deliveryId: id.optional() });
export const retryOutput = z.strictObject({ retried: z.number().int() });
