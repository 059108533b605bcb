import { z } from 'zod';
import { sorts } from '../contract';

const id = z.uuid();

export const savedView = z.strictObject({
  id,
  name: z.string(),
  isShared: z.boolean(),
  /** The list's filters as the address bar has them. */
  query: z.record(z.string(), z.string()),
  sort: z.enum(sorts),
});
export type SavedView = z.infer<typeof savedView>;
export const saveViewInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  isShared: z.boolean().default(false),
  query: z.record(z.string().max(40), z.string().max(20_000)),
  sort: z.enum(sorts).default('newest'),
});

export const savedReply = z.strictObject({
  id,
  shortcut: z.string(),
  name: z.string(),
  /** With `{{contact.name}}`, `{{contact.first_name}}`, `{{member.first_name}}`, `{{member.name}}`, `{{workspace.name}}`. */
  text: z.string(),
  language: z.string().nullable(),
});
export type SavedReply = z.infer<typeof savedReply>;

export const nothingInput = z.strictObject({});
export const viewRefInput = z.strictObject({ viewId: id });
/** Without defaults: a view that is renamed stays shared and sorted as it was. */
export const updateViewInput = z.strictObject({
  viewId: id,
  name: saveViewInput.shape.name.optional(),
  isShared: z.boolean().optional(),
  query: saveViewInput.shape.query.optional(),
  sort: z.enum(sorts).optional(),
});
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
