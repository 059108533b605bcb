import { z } from 'zod';
import { sentiments } from '@/kernel/vocabulary';

/** A model that is less sure than this shows nothing: what it is worth at which threshold is in docs/listening.md. */
export const SHOWN_FROM = 0.7;

/** How a message sounds: the model's suggestion where it is sure enough, or what a person said. */
export const sentimentView = z.strictObject({
  value: z.enum(sentiments),
  /** 0–1; 1 where a person said it. */
  confidence: z.number().min(0).max(1),
  source: z.enum(['model', 'person']),
});
export type SentimentView = z.infer<typeof sentimentView>;

export const correctSentimentInput = z.strictObject({
  conversationId: z.uuid(),
  messageId: z.uuid(),
  sentiment: z.enum(sentiments),
});

export const listSentimentsInput = z.strictObject({ conversationId: z.uuid(), messageId: z.uuid() });

/** What people said of a message, newest first. */
export const sentimentHistory = z.strictObject({
  data: z.array(
    z.strictObject({
      sentiment: z.enum(sentiments),
      previous: z.enum(sentiments).nullable(),
      previousSource: z.enum(['model', 'person']).nullable(),
      memberId: z.uuid(),
      memberName: z.string(),
      createdAt: z.iso.datetime({ offset: true }),
    }),
  ),
});
export type SentimentHistory = z.infer<typeof sentimentHistory>;
