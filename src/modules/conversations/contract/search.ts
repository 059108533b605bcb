import { z } from 'zod';
import { contactRef, conversationSummary, messageView } from '../contract';

const instant = z.iso.datetime({ offset: true });

/** Where in a text something was found: start and end in UTF-16 units, in order, apart from one another. */
export const highlight = z.tuple([z.number().int(), z.number().int()]);

export const searchInput = z.strictObject({
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(500).optional(),
});

export const foundPerson = contactRef.extend({
  nameHits: z.array(highlight),
  /** Handles and addresses, the one that was found first. */
  handles: z.array(z.string()),
});

export const foundMessage = z.strictObject({
  id: z.uuid(),
  conversationId: z.uuid(),
  conversation: conversationSummary.pick({ subject: true, channel: true, status: true, contact: true }),
  author: messageView.shape.author,
  direction: messageView.shape.direction,
  sentAt: instant,
  /** The part of the text around the first find. */
  excerpt: z.string(),
  hits: z.array(highlight),
});

/** People come with the first page only; their total is exact up to 2,000 (500 for one or two letters). */
export const searchOutput = z.strictObject({
  people: z.strictObject({ data: z.array(foundPerson), total: z.number().int() }),
  data: z.array(foundMessage),
  nextCursor: z.string().nullable(),
});
export type SearchOutput = z.infer<typeof searchOutput>;
