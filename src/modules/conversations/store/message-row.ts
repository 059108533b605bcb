import type { ChangeView, MessageView } from '../contract';
import { type SentimentView, SHOWN_FROM } from '../contract/sentiment';

/** A row of `threadSql` as the driver gives it. */
export interface MessageRow {
  id: string;
  conversation_id: string;
  kind: MessageView['kind'];
  direction: MessageView['direction'];
  visibility: MessageView['visibility'];
  text: string;
  quoted_text: string | null;
  language: string | null;
  rating: number | null;
  sentiment: SentimentView['value'] | null;
  sentiment_confidence: number | null;
  sentiment_source: SentimentView['source'] | null;
  contact_id: string | null;
  contact_name: string | null;
  contact_avatar_url: string | null;
  member_id: string | null;
  member_name: string | null;
  sent_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  reply_to_id: string | null;
  send_state: NonNullable<MessageView['send']>['state'] | null;
  send_reason: string | null;
  send_detail: string | null;
  send_attempts: number | null;
  send_due_at: Date | null;
  attachments: (MessageView['attachments'][number] & { isStored: boolean })[] | null;
  mentions: MessageView['mentions'] | null;
}

/** @param slug of the workspace: a picture's address must say it, because browsers send no header for one */
export function toMessage(row: MessageRow, slug: string): MessageView {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    kind: row.kind,
    direction: row.direction,
    visibility: row.visibility,
    text: row.deleted_at ? '' : row.text,
    quotedText: row.deleted_at ? null : row.quoted_text,
    language: row.language,
    rating: row.rating,
    sentiment: row.deleted_at ? null : sentimentOf(row),
    author: authorOf(row),
    sentAt: row.sent_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    replyToId: row.reply_to_id,
    attachments: row.deleted_at
      ? []
      : (row.attachments ?? []).map((attachment) => toAttachment(attachment, slug)),
    send: sendOf(row),
    mentions: row.mentions ?? [],
  };
}

/** Null also where the model is not sure enough to say anything. */
function sentimentOf(row: MessageRow): SentimentView | null {
  const { sentiment: value, sentiment_confidence: confidence, sentiment_source: source } = row;
  if (!value || !source || confidence === null || confidence < SHOWN_FROM) return null;
  return { value, confidence, source };
}

export function authorOf(
  row: Pick<
    MessageRow,
    'direction' | 'member_id' | 'member_name' | 'contact_id' | 'contact_name' | 'contact_avatar_url'
  >,
): MessageView['author'] {
  if (row.member_id) return { type: 'member', id: row.member_id, name: row.member_name ?? '' };
  if (row.direction === 'outbound') return { type: 'brand' };
  if (!row.contact_id) return { type: 'unknown' };
  return {
    type: 'contact',
    id: row.contact_id,
    name: row.contact_name ?? '',
    avatarUrl: row.contact_avatar_url,
  };
}

function toAttachment(
  { isStored, ...attachment }: NonNullable<MessageRow['attachments']>[number],
  slug: string,
): MessageView['attachments'][number] {
  return {
    ...attachment,
    url: isStored ? `/api/v1/attachments/${attachment.id}?workspace=${slug}` : attachment.url,
  };
}

function sendOf(row: MessageRow): MessageView['send'] {
  if (row.send_state === null) return null;
  return {
    state: row.send_state,
    reason: row.send_reason,
    detail: row.send_detail,
    attempts: row.send_attempts ?? 0,
    dueAt: row.send_due_at?.toISOString() ?? null,
  };
}

export interface ChangeRow {
  id: string;
  type: ChangeView['type'];
  member_id: string | null;
  member_name: string | null;
  data: Record<string, unknown>;
  created_at: Date;
}

export function toChange(row: ChangeRow): ChangeView {
  return {
    id: row.id,
    type: row.type,
    member: row.member_id ? { id: row.member_id, name: row.member_name ?? '' } : null,
    data: row.data,
    createdAt: row.created_at.toISOString(),
  };
}
