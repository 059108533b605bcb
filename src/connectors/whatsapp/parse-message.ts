import { z } from 'zod';
import type { InboundAuthor, InboundEvent, InboundMessage } from '../contract';
import {
  ignored,
  metaId,
  metaText,
  metaTime,
  type PartOutcome,
  refusedBy,
  toAuthor,
} from '../contract/meta/part';
import { isRecord } from '../contract/read-json';
import { versionOf } from '../contract/version';
import { contentShape, toContent } from './content';
import { BRAND } from './manifest';

/** Types that are no utterance, and why they are left aside. */
const NO_UTTERANCE: Readonly<Record<string, string | undefined>> = {
  reaction: 'reaction',
  system: 'system_event',
  request_welcome: 'system_event',
  unsupported: 'unsupported_content',
  unknown: 'unsupported_content',
};

const envelope = z.object({
  id: metaId,
  timestamp: metaTime,
  from: metaId.nullish(),
  from_user_id: metaId.nullish(),
  to: metaId.nullish(),
  to_user_id: metaId.nullish(),
  group_id: metaId.nullish(),
  context: z.object({ id: metaId.nullish() }).nullish(),
  edit: z.object({ original_message_id: metaId, message: z.looseObject({ type: z.string() }) }).nullish(),
  revoke: z.object({ original_message_id: metaId }).nullish(),
});
type Envelope = z.output<typeof envelope>;

const contact = z.object({
  profile: z.object({ name: metaText.nullish(), username: metaText.nullish() }).nullish(),
  wa_id: metaId.nullish(),
  user_id: metaId.nullish(),
});
type Contact = z.output<typeof contact>;

export interface Setting {
  contacts: readonly Contact[];
  /** True of the brand's own messages, written in its WhatsApp Business app. */
  isOwn: boolean;
  phoneNumberId: string;
}

/** The people a delivery names; what does not read as one is passed over, the message counts more. */
export function readContacts(raw: unknown): Contact[] {
  return (Array.isArray(raw) ? raw.slice(0, 200) : []).flatMap((one) => contact.safeParse(one).data ?? []);
}

/** One item of `messages` or `message_echoes`. */
export function parseMessage(raw: unknown, setting: Setting): PartOutcome {
  const type = isRecord(raw) && typeof raw.type === 'string' ? raw.type : '';
  const reason = Object.hasOwn(NO_UTTERANCE, type) ? NO_UTTERANCE[type] : undefined;
  if (reason) return ignored(reason);
  const parsed = envelope.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, []);
  const { revoke, edit } = parsed.data;
  if (type === 'revoke' && revoke) return toDeletion(parsed.data, revoke.original_message_id, setting);
  if (type === 'edit' && edit)
    return toMessage(parsed.data, edit.message, { type: 'updated', id: edit.original_message_id }, setting);
  return toMessage(
    parsed.data,
    { ...(raw as object), type },
    { type: 'created', id: parsed.data.id },
    setting,
  );
}

function one(event: InboundEvent): PartOutcome {
  return { outcome: 'messages', events: [event] };
}

/** The person's phone number, else the id that stands for one who hides it; absent of a notice from WhatsApp itself. */
function personIdOf(item: Envelope, { isOwn }: Setting): string | null | undefined {
  return isOwn ? (item.to ?? item.to_user_id) : (item.from ?? item.from_user_id);
}

function toDeletion(item: Envelope, externalId: string, setting: Setting): PartOutcome {
  const conversationId = item.group_id ?? personIdOf(item, setting);
  const versionAt = versionOf('deleted', item.timestamp);
  return one({
    type: 'deleted',
    externalId,
    ...(conversationId && { conversationExternalId: conversationId }),
    versionAt,
  });
}

function toMessage(
  item: Envelope,
  said: { type: string },
  version: { type: InboundMessage['type']; id: string },
  setting: Setting,
): PartOutcome {
  const shape = contentShape.safeParse(said);
  if (!shape.success) return refusedBy(shape.error, []);
  const content = toContent(said.type, shape.data);
  if (content === null) return ignored('unsupported_content');
  const personId = personIdOf(item, setting);
  if (!personId) return refusedWithoutSender(setting);
  return one({
    type: version.type,
    externalId: version.id,
    conversation: { externalId: item.group_id ?? personId },
    author: setting.isOwn ? toAuthor(setting.phoneNumberId, null, BRAND) : personOf(item, setting),
    ...content,
    kind: 'direct',
    visibility: 'private',
    sentAt: item.timestamp,
    versionAt: versionOf(version.type, item.timestamp),
    ...(item.context?.id && { replyToExternalId: item.context.id }),
    isOwn: setting.isOwn,
  });
}

function refusedWithoutSender({ isOwn }: Setting): PartOutcome {
  const path = isOwn ? 'to' : 'from';
  return { outcome: 'refused', reason: 'invalid_delivery', fields: [{ path, reason: 'required' }] };
}

function personOf(item: Envelope, { contacts }: Setting): InboundAuthor {
  const known = contacts.find(
    ({ wa_id, user_id }) =>
      (item.from && wa_id === item.from) || (item.from_user_id && user_id === item.from_user_id),
  );
  const username = known?.profile?.username?.replace(/^@?/, '@');
  const handle = item.from ? `+${item.from.replace(/^\+/, '')}` : username;
  return {
    ...toAuthor(item.from ?? item.from_user_id ?? '', known?.profile?.name ?? username, BRAND),
    ...(handle && { handle: handle.slice(0, 200).toWellFormed() }),
  };
}
