import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const LATEST_MS = Date.UTC(2100, 0, 1);
/** Numbers; posts that came from the fediverse have addresses instead. */
const id = z.union([z.int().min(0).transform(String), z.string().min(1).max(512).transform(toStorable)]);
const at = z.int().min(0).max(LATEST_MS);
const word = z.string().max(500).transform(toStorable);
/** Flags are told as 0 and 1, or false and true. */
const flag = z.union([z.boolean(), z.int().transform((value) => value !== 0)]);

export const nodebbPost = z.object({
  pid: id,
  tid: id,
  toPid: id.nullish(),
  uid: id,
  content: z.string().max(500_000).transform(toStorable),
  timestamp: at,
  /** 0 where it never was. */
  edited: at.nullish(),
  deleted: flag.nullish(),
  user: z
    .object({
      username: word.nullish(),
      displayname: word.nullish(),
      userslug: word.nullish(),
      picture: z.string().max(2000).nullish(),
    })
    .nullish(),
});

/** What is handed to the parser: a post with what its topic says of it. */
export const nodebbBody = z.object({
  post: nodebbPost,
  topic: z.object({ tid: id, title: word.nullish(), slug: word.nullish(), mainPid: id }),
  /** When it was seen deleted: NodeBB does not date it. */
  seenAt: z.iso.datetime().nullish(),
});

export const topicList = z.object({
  topics: z.array(z.object({ tid: id, lastposttime: at, deleted: flag.nullish() })).max(1000),
});

export const topicPage = z.object({
  tid: id,
  title: z.string().nullish(),
  slug: z.string().nullish(),
  mainPid: id,
  posts: z.array(z.unknown()).max(1000),
  pagination: z.object({ pageCount: z.int().min(1), currentPage: z.int().min(1) }).nullish(),
});
