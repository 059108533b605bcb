import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const count = z.int().min(0).max(2_000_000_000);
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const text = z.string().max(500_000).transform(toStorable);
const word = z.string().max(500).transform(toStorable);

/** A post as webhooks and `/posts.json` tell it; unknown keys are let pass (plugins add theirs), the ones used are checked. */
export const discoursePost = z.object({
  id: count,
  topic_id: count,
  post_number: count,
  post_type: count.nullish(),
  version: count.nullish(),
  username: z.string().min(1).max(60).transform(toStorable),
  name: word.nullish(),
  /** Negative for the forum's own accounts (system -1). */
  user_id: z.int().nullish(),
  avatar_template: word.nullish(),
  created_at: time,
  updated_at: time.nullish(),
  deleted_at: time.nullish(),
  user_deleted: z.boolean().nullish(),
  raw: text.nullish(),
  cooked: text.nullish(),
  reply_to_post_number: count.nullish(),
  topic_slug: word.nullish(),
  topic_title: word.nullish(),
  topic_archetype: word.nullish(),
});
export type DiscoursePost = z.output<typeof discoursePost>;

/** Ids by number within a topic, so that "answers post 3" finds its message; an edit carries both numbers again. */
export function postIdOf(topicId: number, postNumber: number): string {
  return `${topicId}/${postNumber}`;
}
