import { z } from 'zod';
import { savedReply, savedView, saveViewInput } from '../contract';

const id = z.uuid();

export const nothingInput = z.strictObject({});
export const viewRefInput = z.strictObject({ viewId: id });
export const updateViewInput = saveViewInput.partial().extend({ viewId: id });
/** All ids the member may order, in the order they should stand. */
export const orderViewsInput = z.strictObject({ ids: z.array(id).min(1).max(200) });
export const viewList = z.strictObject({ data: z.array(savedView), nextCursor: z.null() });
/** Counts by view id; `MAX_VIEW_COUNT` stands for that many or more. */
export const MAX_VIEW_COUNT = 1000;
export const savedViewCounts = z.strictObject({ counts: z.record(id, z.number().int()) });

const shortcut = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_-]{1,40}$/u, 'invalid_shortcut');
export const createReplyInput = z.strictObject({
  shortcut,
  name: z.string().trim().min(1).max(120),
  text: z.string().trim().min(1).max(20_000),
  language: z.string().min(2).max(12).nullable().default(null),
});
export const updateReplyInput = z.strictObject({
  savedReplyId: id,
  shortcut: shortcut.optional(),
  name: z.string().trim().min(1).max(120).optional(),
  text: z.string().trim().min(1).max(20_000).optional(),
  language: z.string().min(2).max(12).nullable().optional(),
});
export const replyRefInput = z.strictObject({ savedReplyId: id });
export const replyList = z.strictObject({ data: z.array(savedReply), nextCursor: z.null() });
