import { z } from 'zod';
import type { InboundAttachment, InboundEvent, InboundMessage } from '../../contract';
import { isRecord } from '../read-json';
import { versionOf } from '../version';
import { toMessagingContent } from './messaging-content';
import {
  type EntryContext,
  ignored,
  metaId,
  metaText,
  metaTime,
  type PartOutcome,
  refusedBy,
  refusedWithout,
  toAuthor,
} from './part';

/** Messaging events that are no message, and why they are left aside. */
const NO_MESSAGE: Readonly<Record<string, string>> = {
  reaction: 'reaction',
  read: 'read_receipt',
  delivery: 'delivery_receipt',
  optin: 'optin',
  referral: 'referral',
  postback: 'postback',
  account_linking: 'account_linking',
  app_roles: 'handover',
  pass_thread_control: 'handover',
  take_thread_control: 'handover',
  request_thread_control: 'handover',
  'policy-enforcement': 'policy_enforcement',
  policy_enforcement: 'policy_enforcement',
  checkout_update: 'commerce',
  pre_checkout: 'commerce',
  payment: 'commerce',
  order: 'commerce',
  game_play: 'game_play',
  messaging_feedback: 'feedback_form',
  typing: 'typing',
};

/** Marks a message of ours that belongs to a reply sent as another: its echo is no message of its own. */
export const PART_OF_REPLY = 'rapport:part-of-reply';

const party = z.object({ id: metaId });

const messagingItem = z.object({
  sender: party,
  recipient: party,
  timestamp: metaTime.nullish(),
  message: z
    .object({
      mid: metaId,
      text: metaText.nullish(),
      is_echo: z.boolean().nullish(),
      metadata: z.string().nullish(),
      is_deleted: z.boolean().nullish(),
      attachments: z.array(z.unknown()).nullish(),
      reply_to: z
        .object({ mid: metaId.nullish(), story: z.object({ url: z.unknown().optional() }).nullish() })
        .nullish(),
    })
    .nullish(),
  message_edit: z.object({ mid: metaId, text: metaText }).nullish(),
  postback: z.object({ mid: metaId.nullish(), title: metaText.nullish() }).nullish(),
});
type MessagingItem = z.output<typeof messagingItem>;

/** Instagram names the message that was read; Messenger only a time. */
const readReceipt = z.object({ timestamp: metaTime.nullish(), read: z.object({ mid: metaId }) });

function toReceipt({ timestamp, read }: z.output<typeof readReceipt>, entry: EntryContext): PartOutcome {
  const versionAt = timestamp ?? entry.entryAt;
  return one({ type: 'receipt', externalId: read.mid, state: 'read', versionAt });
}

/** One item of an entry's `messaging` or `standby`. */
export function parseMessagingItem(raw: unknown, entry: EntryContext): PartOutcome {
  if (!isRecord(raw)) return refusedWithout('');
  // A tapped button is an utterance only where Meta says what stood on it.
  const isTap = isRecord(raw.postback) && typeof raw.postback.mid === 'string' && raw.postback.title != null;
  if (raw.message == null && raw.message_edit == null && !isTap) {
    const receipt = readReceipt.safeParse(raw).data;
    if (receipt) return toReceipt(receipt, entry);
    const known = Object.keys(NO_MESSAGE).find((key) => raw[key] != null);
    return ignored(known === undefined ? 'unknown_event' : (NO_MESSAGE[known] ?? 'unknown_event'));
  }
  const parsed = messagingItem.safeParse(raw);
  return parsed.success ? toEvent(parsed.data, entry) : refusedBy(parsed.error, []);
}

function toEvent(item: MessagingItem, entry: EntryContext): PartOutcome {
  const at = item.timestamp ?? entry.entryAt;
  if (item.message_edit) return one(toMessage(item, entry, at, { ...item.message_edit, type: 'updated' }));
  if (item.message == null) {
    const { mid, title } = item.postback ?? {};
    return mid
      ? one(toMessage(item, entry, at, { mid, text: title ?? '', type: 'created' }))
      : ignored('postback');
  }
  const { mid, text, attachments, reply_to } = item.message;
  if (item.message.is_echo && item.message.metadata === PART_OF_REPLY) return ignored('part_of_reply');
  if (item.message.is_deleted) {
    const { personId } = partiesOf(item, entry);
    const versionAt = versionOf('deleted', at);
    return one({ type: 'deleted', externalId: mid, conversationExternalId: personId, versionAt });
  }
  const story = reply_to?.story
    ? [{ type: 'story', payload: { url: reply_to.story.url, title: 'story' } }]
    : [];
  const content = toMessagingContent(text ?? '', [...(attachments ?? []), ...story]);
  if (content.text === '' && content.attachments.length === 0) return ignored('unsupported_content');
  return one(toMessage(item, entry, at, { mid, ...content, replyTo: reply_to?.mid, type: 'created' }));
}

function one(event: InboundEvent): PartOutcome {
  return { outcome: 'messages', events: [event] };
}

/** Who the account talks with, and whether the account is the one who wrote. */
function partiesOf(item: MessagingItem, entry: EntryContext): { personId: string; isOwn: boolean } {
  const isOwn = item.message?.is_echo === true || item.sender.id === entry.accountId;
  const other = item.recipient.id === entry.accountId ? item.sender.id : item.recipient.id;
  return { personId: isOwn ? other : item.sender.id, isOwn };
}

interface Content {
  type: InboundMessage['type'];
  mid: string;
  text: string;
  attachments?: readonly InboundAttachment[];
  replyTo?: string | null | undefined;
}

function toMessage(item: MessagingItem, entry: EntryContext, at: Date, content: Content): InboundMessage {
  const { personId, isOwn } = partiesOf(item, entry);
  return {
    type: content.type,
    externalId: content.mid,
    conversation: { externalId: personId },
    author: toAuthor(isOwn ? entry.accountId : personId, null, entry.brand),
    text: content.text,
    kind: 'direct',
    visibility: 'private',
    sentAt: at,
    versionAt: versionOf(content.type, at),
    ...(content.replyTo && { replyToExternalId: content.replyTo }),
    attachments: content.attachments ?? [],
    isOwn,
  };
}
