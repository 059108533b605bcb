import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const id = z.union([z.int().min(0), z.string().regex(/^\d{1,20}$/)]).transform(String);
const word = (max: number) => z.string().max(max).transform(toStorable);
/** `2026-11-22T10:00:00`, in UTC without saying so. */
const gmt = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
  .transform((text) => new Date(`${text}Z`))
  .refine((at) => at.getTime() >= 0);

export const wordpressComment = z.object({
  id,
  post: id,
  /** The comment it answers; 0 where it answers the post. */
  parent: id,
  /** The user who wrote it; 0 where that was a visitor. */
  author: id,
  author_name: word(500),
  author_email: word(500).nullish(),
  author_url: z.string().max(2000).nullish(),
  author_avatar_urls: z.record(z.string(), z.string().max(2000)).nullish().catch(null),
  date_gmt: gmt,
  content: z.object({ rendered: word(500_000), raw: z.string().nullish() }),
  link: z.string().max(2000).nullish(),
  status: z.string().max(40),
});
export type WordpressComment = z.output<typeof wordpressComment>;

export const wordpressPost = z.object({
  title: z.object({ rendered: word(5000) }).nullish(),
  link: z.string().max(2000).nullish(),
});

/** The posts a list of comments brings along. */
export const embedded = z.object({ _embedded: z.object({ up: z.array(z.unknown()) }) });

const seenAt = z.iso.datetime();
/** What is handed to the parser: a comment with its post. */
export const wordpressBody = z.object({
  comment: wordpressComment,
  post: wordpressPost,
  isOwn: z.boolean(),
  /** When it was seen to have changed: WordPress does not date edits. */
  seenAt: seenAt.optional(),
  isRestored: z.boolean().optional(),
});
/** No longer among the site's comments: removed, or called spam. */
export const goneBody = z.object({ gone: id, post: id, seenAt });

export const wordpressUser = z.object({
  id,
  name: z.string().max(300),
  username: z.string().max(200).nullish(),
  slug: z.string().max(300),
  link: z.string().max(2000).nullish(),
  avatar_urls: z.record(z.string(), z.string().max(2000)).nullish().catch(null),
  capabilities: z.record(z.string(), z.unknown()).nullish(),
});
