import { z } from 'zod';

const id = z.uuid();
const instant = z.iso.datetime();

/** What a channel fetches by itself: `live` goes on for ever, `backfill` fetches a past an admin asked for. */
export const feedView = z.strictObject({
  name: z.enum(['live', 'backfill']),
  state: z.enum(['running', 'stopped', 'finished']),
  /** How far back a backfill goes. */
  since: instant.nullable(),
  nextAt: instant,
  /** When it last had everything there was. */
  completeAt: instant.nullable(),
  /** The time we were away, and when what was missed had been fetched; null while it is being fetched. */
  gap: z.strictObject({ from: instant, until: instant, closedAt: instant.nullable() }).nullable(),
  /** Refusals in a row, and the last one's reason (words under `ingest.delivery`). */
  failures: z.number().int(),
  reason: z.string().nullable(),
  detail: z.string().nullable(),
  fetchedCount: z.number().int(),
  /** Part done, 0–1, where the network lets it be told. */
  progress: z.number().nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
});
export type FeedView = z.infer<typeof feedView>;
export const feedList = z.strictObject({ data: z.array(feedView), nextCursor: z.null() });

export const startBackfillInput = z.strictObject({
  channelId: id,
  days: z.coerce.number().int().min(1).max(90).default(30),
});
