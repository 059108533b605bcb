import { createHash } from 'node:crypto';
import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const MAX_CONTENT = 200_000;
const MAX_ID = 512;

/** Cut, not refused: an entry is worth reading for what it has. */
const cut = (max: number) => z.string().transform((text) => toStorable(text.slice(0, max)));
const webAddress = z
  .string()
  .max(4000)
  .refine((url) => /^https?:\/\//i.test(url) && URL.canParse(url))
  .transform(toStorable);
const person = z.object({
  name: cut(200),
  url: webAddress.optional(),
  email: cut(320).optional(),
});

/** One entry, whatever its feed was written in: what a poll hands to the parser. */
export const feedEntry = z.object({
  /** Its guid, else its address, else made from what it says. */
  id: z.string().min(1).max(MAX_ID).transform(toStorable),
  url: webAddress.optional(),
  /** As HTML or as text, each as it stood. */
  title: z.object({ value: cut(2000), isHtml: z.boolean() }).optional(),
  content: z.object({ value: cut(MAX_CONTENT), isHtml: z.boolean() }).optional(),
  author: person.optional(),
  publishedAt: z.iso.datetime().optional(),
  updatedAt: z.iso.datetime().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  attachments: z
    .array(
      z.object({ url: webAddress, contentType: cut(100), size: z.int().min(0), name: cut(255).optional() }),
    )
    .max(50),
});
export type FeedEntry = z.output<typeof feedEntry>;

/** What a feed says of itself. */
export const feedHead = z.object({
  title: cut(300).optional(),
  url: webAddress.optional(),
});
export type FeedHead = z.output<typeof feedHead>;

/** An id as its network gave it, where it is short enough to be kept. */
export function toEntryId(given: string): string {
  const id = toStorable(given.trim());
  return id.length <= MAX_ID ? id : digest(id, 64);
}

/** The first hex digits of what these words hash to. */
export function digest(words: string, length: number): string {
  return createHash('sha256').update(words).digest('hex').slice(0, length);
}
