import { z } from 'zod';

export const rawEventRefInput = z.strictObject({ channelId: z.uuid(), rawEventId: z.uuid() });

/** One delivery as people read it; the bytes themselves are downloaded. */
export const rawEventDetail = z.strictObject({
  id: z.uuid(),
  externalId: z.string(),
  headers: z.record(z.string(), z.unknown()),
  /** As text, at most the first 100,000 bytes. */
  body: z.string(),
  size: z.number().int(),
  /** What a delivery of ids alone meant, fetched afterwards; null where the body says it all. */
  resolvedBody: z.string().nullable(),
  resolvedAt: z.iso.datetime().nullable(),
});
export type RawEventDetail = z.infer<typeof rawEventDetail>;
