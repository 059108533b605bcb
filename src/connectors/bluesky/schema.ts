import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const LATEST = Date.UTC(2100, 0, 1);

export const atUri = z
  .string()
  .max(2000)
  .regex(/^at:\/\/[a-zA-Z0-9._:%-]{1,1000}\/[a-zA-Z0-9.-]{1,300}\/[a-zA-Z0-9._:~-]{1,512}$/);
const word = z.string().max(1000).transform(toStorable);
const address = z.string().max(4096).nullish();

export const blueskyTime = z
  .string()
  .max(64)
  .transform((value) => new Date(Date.parse(value)))
  .refine((value) => !Number.isNaN(value.getTime()), { error: 'invalid_format' })
  .refine((value) => value.getTime() >= 0 && value.getTime() <= LATEST, { error: 'time_in_future' });

const strongRef = z.object({ uri: atUri, cid: z.string().max(200) });

const facet = z.object({
  index: z.object({ byteStart: z.int().min(0), byteEnd: z.int().min(0) }),
  features: z
    .array(z.object({ $type: z.string(), uri: address, did: z.string().max(2048).nullish() }))
    .max(20),
});

export const blueskyAuthor = z.object({
  did: z.string().min(1).max(2048).transform(toStorable),
  handle: word,
  displayName: word.nullish(),
  avatar: address,
});
export type BlueskyAuthor = z.output<typeof blueskyAuthor>;

/** What somebody wrote, as their own server keeps it. */
export const postRecord = z.object({
  text: z.string().max(100_000).transform(toStorable),
  createdAt: blueskyTime.nullish().catch(null),
  langs: z.array(z.string().max(50)).max(20).nullish().catch(null),
  facets: z.array(facet).max(300).nullish().catch(null),
  reply: z.object({ root: strongRef, parent: strongRef }).nullish(),
});
export type PostRecord = z.output<typeof postRecord>;

const count = z.int().min(0).max(1e12).nullish().catch(null);

/** A post as the AppView shows it. */
export const postView = z.object({
  uri: atUri,
  cid: z.string().max(200),
  author: blueskyAuthor,
  record: postRecord,
  embed: z.unknown().optional(),
  replyCount: count,
  repostCount: count,
  likeCount: count,
  quoteCount: count,
  indexedAt: blueskyTime,
});
export type PostView = z.output<typeof postView>;

/** What we asked for, as it is kept until it is parsed. */
export const polledPost = z.object({
  /** The brand's own account. */
  ownDid: z.string().max(2048),
  /** When it was asked for. */
  seenAt: blueskyTime,
  post: postView,
});
export const polledDeletion = z.object({
  ownDid: z.string().max(2048),
  seenAt: blueskyTime,
  deleted: atUri,
});
