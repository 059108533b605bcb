import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const LATEST = Date.UTC(2100, 0, 1);

export const xId = z.union([z.string().regex(/^\d{1,20}$/), z.int().min(0).transform(String)]);
const text = z.string().max(100_000).transform(toStorable);
const word = z.string().max(500).transform(toStorable);

/** Milliseconds as text or number, ISO 8601, or the old `Wed Oct 10 20:19:24 +0000 2018`. */
export const xTime = z
  .union([z.number().min(0), z.string().max(64)])
  .transform((value) => {
    if (typeof value === 'number') return new Date(value);
    return /^\d{1,14}$/.test(value) ? new Date(Number(value)) : new Date(Date.parse(value));
  })
  .refine((value) => !Number.isNaN(value.getTime()), { error: 'invalid_format' })
  .refine((value) => value.getTime() >= 0 && value.getTime() <= LATEST, { error: 'time_in_future' });

const link = z.object({ url: word, expanded_url: z.string().max(4096).nullish() });

export const xUser = z.object({
  id: xId,
  name: word.nullish(),
  username: word.nullish(),
  screen_name: word.nullish(),
  profile_image_url: z.string().max(2000).nullish(),
  profile_image_url_https: z.string().max(2000).nullish(),
});
export type XUser = z.output<typeof xUser>;

/** A picture or film, in the newer or the older form. */
export const xMedia = z.object({
  media_key: word.nullish(),
  type: word,
  url: z.unknown().optional(),
  media_url_https: z.unknown().optional(),
  preview_image_url: z.unknown().optional(),
  alt_text: word.nullish(),
});

/** A post of the v2 form. */
export const xPost = z.object({
  id: xId,
  text,
  note_tweet: z.object({ text }).nullish(),
  author_id: xId,
  created_at: xTime.nullish(),
  conversation_id: xId.nullish(),
  in_reply_to_tweet_id: xId.nullish(),
  in_reply_to_user_id: xId.nullish(),
  referenced_tweets: z
    .array(z.object({ type: z.string(), id: xId }))
    .max(100)
    .nullish(),
  edit_history_tweet_ids: z.array(xId).max(100).nullish(),
  entities: z.object({ urls: z.array(link).max(200).nullish() }).nullish(),
  attachments: z.object({ media_keys: z.array(word).max(50).nullish() }).nullish(),
  lang: word.nullish(),
});

/** A post of the v1.1 form, as the Account Activity API sends it: the id as text stands beside one that lost digits. */
export const olderPost = z.object({
  id_str: xId,
  text: text.nullish(),
  full_text: text.nullish(),
  extended_tweet: z.object({ full_text: text }).nullish(),
  user: z.looseObject({ id_str: xId }),
  created_at: xTime.nullish(),
  timestamp_ms: xTime.nullish(),
  in_reply_to_status_id_str: xId.nullish(),
  in_reply_to_user_id_str: xId.nullish(),
  retweeted_status: z.unknown().optional(),
  edit_history: z.object({ initial_tweet_id: xId.nullish() }).nullish(),
  entities: z.object({ urls: z.array(link).max(200).nullish() }).nullish(),
  extended_entities: z.object({ media: z.array(z.unknown()).max(50).nullish() }).nullish(),
  lang: word.nullish(),
});

export const directMessage = z.object({
  type: z.string(),
  id: xId,
  created_timestamp: xTime,
  message_create: z.object({
    target: z.object({ recipient_id: xId }),
    sender_id: xId,
    message_data: z.object({
      text,
      entities: z.object({ urls: z.array(link).max(200).nullish() }).nullish(),
      attachment: z.object({ media: z.unknown() }).nullish(),
    }),
  }),
});

export const directRead = z.object({
  created_timestamp: xTime,
  sender_id: xId,
  target: z.object({ recipient_id: xId }).nullish(),
  last_read_event_id: xId,
});

export const deletedPost = z.object({ id: xId, author_id: xId.nullish() });
export const olderDeletion = z.object({ status: z.object({ id: xId }), timestamp_ms: xTime });
