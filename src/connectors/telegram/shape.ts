import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const LATEST_SECONDS = 4_102_444_800; // the year 2100

/** Numbers of up to 52 bits, or strings where they were longer. */
const id = z.union([z.int(), z.string().regex(/^-?\d{1,20}$/)]).transform(String);
const text = z.string().max(100_000).transform(toStorable);
const time = z
  .int()
  .min(0)
  .max(LATEST_SECONDS)
  .transform((seconds) => new Date(seconds * 1000));

const user = z.object({
  id,
  first_name: text.nullish(),
  last_name: text.nullish(),
  username: text.nullish(),
});
export type User = z.output<typeof user>;

const chat = z.object({
  id,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: text.nullish(),
  username: text.nullish(),
  first_name: text.nullish(),
  last_name: text.nullish(),
});
export type Chat = z.output<typeof chat>;

const file = z.object({
  file_id: z.string().min(1).max(512),
  file_name: text.nullish(),
  title: text.nullish(),
  emoji: text.nullish(),
  mime_type: z.string().max(255).nullish(),
  file_size: z.number().min(0).nullish(),
});
export type TelegramFile = z.output<typeof file>;

const place = z.object({ latitude: z.number(), longitude: z.number() });

export const messageShape = z.object({
  message_id: id,
  message_thread_id: id.nullish(),
  is_topic_message: z.boolean().nullish(),
  date: time,
  edit_date: time.nullish(),
  chat,
  from: user.nullish(),
  sender_chat: chat.nullish(),
  author_signature: text.nullish(),
  reply_to_message: z.object({ message_id: id, chat: z.object({ id }).nullish() }).nullish(),
  text: text.nullish(),
  caption: text.nullish(),
  photo: z.array(file).max(50).nullish(),
  document: file.nullish(),
  audio: file.nullish(),
  voice: file.nullish(),
  video: file.nullish(),
  video_note: file.nullish(),
  animation: file.nullish(),
  sticker: file.nullish(),
  contact: z
    .object({ phone_number: text.nullish(), first_name: text.nullish(), last_name: text.nullish() })
    .nullish(),
  location: place.nullish(),
  venue: z.object({ location: place, title: text.nullish(), address: text.nullish() }).nullish(),
  poll: z.object({ question: text, options: z.array(z.object({ text })).max(50) }).nullish(),
  dice: z.object({ emoji: text, value: z.number() }).nullish(),
});
export type TelegramMessage = z.output<typeof messageShape>;
