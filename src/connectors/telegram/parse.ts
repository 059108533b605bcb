import type { Connector, InboundAuthor, InboundMessage, ParsedInbound } from '../contract';
import { keepFetched } from '../contract/fetched-files';
import { toFieldErrors } from '../contract/field-errors';
import { isRecord, readJson } from '../contract/read-json';
import { versionOf } from '../contract/version';
import { toContent } from './content';
import { type Chat, messageShape, type TelegramMessage, type User } from './shape';

const MESSAGES = {
  message: 'created',
  channel_post: 'created',
  edited_message: 'updated',
  edited_channel_post: 'updated',
} as const;

/** Updates that are no message, and why they are left aside. */
const NO_MESSAGE: Readonly<Record<string, string>> = {
  business_connection: 'business_account',
  business_message: 'business_account',
  edited_business_message: 'business_account',
  deleted_business_messages: 'business_account',
  message_reaction: 'reaction',
  message_reaction_count: 'reaction',
  my_chat_member: 'membership',
  chat_member: 'membership',
  chat_join_request: 'membership',
  chat_boost: 'membership',
  removed_chat_boost: 'membership',
  callback_query: 'bot_interaction',
  inline_query: 'bot_interaction',
  chosen_inline_result: 'bot_interaction',
  poll: 'bot_interaction',
  poll_answer: 'bot_interaction',
  shipping_query: 'bot_interaction',
  pre_checkout_query: 'bot_interaction',
  purchased_paid_media: 'bot_interaction',
};

/** Reads one update. Unknown keys are let pass (Telegram adds fields), the ones used are checked. */
export const parseTelegramUpdate: Connector['parseInbound'] = (body) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  return keepFetched(json, readUpdate(json));
};

/** As it came: every file by its id, fetched or not. */
export function readUpdate(json: Record<string, unknown>): ParsedInbound {
  if (json.update_id === undefined)
    return {
      outcome: 'refused',
      reason: 'invalid_delivery',
      fields: [{ path: 'update_id', reason: 'required' }],
    };
  const kind = (Object.keys(MESSAGES) as (keyof typeof MESSAGES)[]).find((name) => json[name] != null);
  if (kind === undefined) {
    const known = Object.keys(NO_MESSAGE).find((name) => json[name] != null);
    return { outcome: 'ignored', reason: (known && NO_MESSAGE[known]) || 'unknown_event' };
  }
  const parsed = messageShape.safeParse(json[kind]);
  if (!parsed.success)
    return {
      outcome: 'refused',
      reason: 'invalid_delivery',
      fields: toFieldErrors(parsed.error.issues, [kind]),
    };
  return toEvent(parsed.data, MESSAGES[kind]);
}

function toEvent(message: TelegramMessage, type: InboundMessage['type']): ParsedInbound {
  const content = toContent(message);
  if (content === null) return { outcome: 'ignored', reason: 'system_event' };
  const { chat, date, edit_date: editedAt } = message;
  const parent = parentOf(message);
  const author = authorOf(message);
  const event: InboundMessage = {
    type,
    externalId: `${chat.id}:${message.message_id}`,
    conversation: conversationOf(message),
    ...(author && { author }),
    ...content,
    kind: { private: 'direct', group: 'comment', supergroup: 'comment', channel: 'post' }[
      chat.type
    ] as InboundMessage['kind'],
    visibility: chat.type === 'private' ? 'private' : 'public',
    sentAt: date,
    versionAt: versionOf(type, (type === 'updated' ? editedAt : null) ?? date),
    ...(parent && { replyToExternalId: parent }),
    // Only who runs a channel can add the bot to it: its posts are the brand's.
    isOwn: chat.type === 'channel',
  };
  return { outcome: 'messages', events: [event] };
}

/** A chat is one conversation; in a group with topics each topic is. */
function conversationOf(message: TelegramMessage): InboundMessage['conversation'] {
  const { chat, message_thread_id: thread, is_topic_message: isTopic } = message;
  const topic = isTopic && thread ? `/${thread}` : '';
  if (chat.type === 'private') return { externalId: chat.id };
  const url = chat.username ? `https://t.me/${encodeURIComponent(chat.username)}${topic}` : undefined;
  return {
    externalId: `${chat.id}${topic}`,
    ...(chat.title && { subject: chat.title.slice(0, 500).toWellFormed() }),
    ...(url && { url }),
  };
}

/** In a topic everything formally answers the notice that opened it. */
function parentOf({ chat, reply_to_message: parent, ...message }: TelegramMessage): string | null {
  if (!parent || (message.is_topic_message && parent.message_id === message.message_thread_id)) return null;
  return `${parent.chat?.id ?? chat.id}:${parent.message_id}`;
}

function authorOf({ chat, from, sender_chat: sender }: TelegramMessage): InboundAuthor | undefined {
  // On behalf of a chat, `from` holds a stand-in.
  if (sender) return toAuthor(sender);
  if (from) return toAuthor(from);
  return chat.type === 'channel' ? toAuthor(chat) : undefined;
}

function toAuthor(who: User | Chat): InboundAuthor {
  const full = [who.first_name, who.last_name].filter(Boolean).join(' ');
  const name = (('title' in who && who.title) || full || who.username || '')
    .trim()
    .slice(0, 200)
    .toWellFormed();
  const username = who.username?.slice(0, 200).toWellFormed();
  return {
    externalId: who.id,
    ...(name ? { name } : { name: `Telegram ${who.id.slice(-4)}`, isNamePlaceholder: true }),
    ...(username && { handle: `@${username}`, profileUrl: `https://t.me/${encodeURIComponent(username)}` }),
  };
}
