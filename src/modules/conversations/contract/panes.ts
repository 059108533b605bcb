import { z } from 'zod';
import { conversationDetail, conversationSummary, threadPage } from '../contract';

/** What the screen shows of one conversation, in one answer. */
export const conversationPanes = z.strictObject({
  conversation: conversationDetail,
  thread: threadPage,
  /** The person's other conversations, newest first, at most ten; null where nobody is known. */
  earlier: z.strictObject({ data: z.array(conversationSummary), count: z.number().int() }).nullable(),
});
export type ConversationPanes = z.infer<typeof conversationPanes>;

export const contactConversationsInput = z.strictObject({
  contactId: z.uuid(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});
