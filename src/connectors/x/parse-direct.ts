import type { InboundMessage } from '../contract';
import { ignored, type PartOutcome, refusedBy } from '../contract/meta/part';
import { isRecord } from '../contract/read-json';
import { readableText, readUsers, toAttachments, toAuthor } from './message';
import type { Delivery } from './parse-post';
import { directMessage, directRead } from './schema';

/** A conversation of two is named by both, the smaller id first, whoever writes. */
export function directConversationOf(one: string, other: string): string {
  return BigInt(one) < BigInt(other) ? `${one}-${other}` : `${other}-${one}`;
}

/** The person in a conversation of two who is not the brand; undefined where the name tells no such person. */
export function partnerIn(conversation: string, ownId: string | undefined): string | undefined {
  const [, one, other] = /^(\d{1,20})-(\d{1,20})$/.exec(conversation) ?? [];
  if (one === undefined || other === undefined) return undefined;
  return one === ownId ? other : other === ownId ? one : undefined;
}

export function parseDirectMessage(raw: unknown, delivery: Delivery): PartOutcome {
  if (isRecord(raw) && typeof raw.type === 'string' && raw.type !== 'message_create')
    return ignored('unknown_event');
  const parsed = directMessage.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, []);
  const { id, created_timestamp: sentAt, message_create: message } = parsed.data;
  const { sender_id: senderId, message_data: data } = message;
  const known = delivery.includes.users;
  const users = readUsers(isRecord(known) ? Object.values(known) : []);
  const event: InboundMessage = {
    type: 'created',
    externalId: id,
    conversation: { externalId: directConversationOf(senderId, message.target.recipient_id) },
    author: toAuthor(senderId, users.get(senderId)),
    text: readableText(data.text, data.entities?.urls ?? []),
    kind: 'direct',
    visibility: 'private',
    sentAt,
    versionAt: sentAt,
    attachments: data.attachment ? toAttachments([data.attachment.media]) : [],
    isOwn: senderId === delivery.ownId,
  };
  return { outcome: 'messages', events: [event] };
}

/** What somebody has read of ours; that we read theirs tells nothing new. */
export function parseDirectRead(raw: unknown, { ownId }: Delivery): PartOutcome {
  const parsed = directRead.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, []);
  const { sender_id: readerId, last_read_event_id: externalId, created_timestamp: versionAt } = parsed.data;
  if (readerId === ownId) return ignored('read_receipt');
  return { outcome: 'messages', events: [{ type: 'receipt', externalId, state: 'read', versionAt }] };
}
