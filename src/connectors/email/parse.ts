import type { Connector, InboundAttachment, InboundMessage, ParsedInbound } from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { isRecord, readJson } from '../contract/read-json';
import { automaticReason, speaksForAnother } from './automatic';
import { ownAddresses } from './manifest';
import { bareSubject } from './message-ids';
import { splitQuoted } from './quoted-text';
import { type MailRecord, mailRecord } from './record';
import { refusalReason } from './status-codes';

/** Of a thread's earlier messages the nearest are looked up. */
const MAX_RELATED = 20;

/** Reads one mail record, as `poll` wrote it. */
export const parseMail: Connector['parseInbound'] = (body, channel) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  if (json.kind === 'unreadable') return { outcome: 'refused', reason: 'mail_unreadable' };
  const read = mailRecord.safeParse(json);
  if (!read.success)
    return { outcome: 'refused', reason: 'invalid_delivery', fields: toFieldErrors(read.error.issues) };
  const record = read.data;
  if (record.report) return parseReport(record);
  const own = ownAddresses(channel.settings);
  const isForm = speaksForAnother(record, own);
  const isFromUs = own.size === 0 ? record.isInSentFolder : own.has(record.from?.address ?? '');
  const isOwn = isFromUs && !isForm;
  // What this very channel sent is in the thread already.
  if (isOwn && record.sentByChannel === channel.id) return { outcome: 'ignored', reason: 'own_echo' };
  const reason = isOwn ? null : automaticReason(record, own);
  if (reason !== null) return { outcome: 'ignored', reason };
  if (record.from === undefined) return { outcome: 'refused', reason: 'sender_missing' };
  return { outcome: 'messages', events: [toMessage(record, isForm ? record.replyTo : record.from, isOwn)] };
};

/** A bounce or a reading receipt says something about a mail of ours. */
function parseReport({ report, sentAt }: MailRecord): ParsedInbound {
  const externalId = report?.originalMessageId;
  if (!report || externalId === undefined) return { outcome: 'ignored', reason: 'mail_system_notice' };
  const base = { type: 'receipt', externalId, versionAt: sentAt } as const;
  if (report.type === 'read') return { outcome: 'messages', events: [{ ...base, state: 'read' }] };
  switch (report.action?.toLowerCase()) {
    case 'failed': {
      const detail = [report.status, report.detail].filter(Boolean).join(' ');
      const reason = refusalReason(report.status, report.detail);
      return { outcome: 'messages', events: [{ ...base, state: 'failed', reason, detail }] };
    }
    case 'delivered':
      return { outcome: 'messages', events: [{ ...base, state: 'delivered' }] };
    default:
      return { outcome: 'ignored', reason: 'delivery_delayed' };
  }
}

function toMessage(record: MailRecord, author: MailRecord['from'], isOwn: boolean): InboundMessage {
  const { messageId, sentAt, inReplyTo, references } = record;
  const { text, quoted } = splitQuoted(record.text);
  const answerTo = record.replyTo?.address ?? author?.address;
  const parent = inReplyTo ?? references.at(-1);
  const subject = bareSubject(record.subject);
  const related = [...new Set([parent, ...references.toReversed()])].filter((id) => id !== undefined);
  return {
    type: 'created',
    externalId: messageId,
    conversation: {
      externalId: references[0] ?? inReplyTo ?? messageId,
      ...(subject !== '' && { subject }),
      ...(related.length > 0 && { relatedExternalIds: related.slice(0, MAX_RELATED) }),
    },
    ...(author && { author: { externalId: author.address, name: nameOf(author), handle: author.address } }),
    // A mail may say everything in its subject.
    text: text === '' && record.attachments.length === 0 ? subject : text,
    ...(quoted !== undefined && { quotedText: quoted }),
    ...(answerTo !== undefined && !isOwn && { answerTo }),
    kind: 'email',
    visibility: 'private',
    sentAt,
    versionAt: sentAt,
    ...(parent !== undefined && { replyToExternalId: parent }),
    attachments: record.attachments.map(toAttachment),
    isOwn,
  };
}

function nameOf({ name, address }: { name: string; address: string }): string {
  return name.trim() || (address.split('@')[0] ?? '') || address;
}

function toAttachment({
  name,
  contentType,
  size,
  fileKey,
}: MailRecord['attachments'][number]): InboundAttachment {
  return { name, contentType, size, ...(fileKey !== undefined && { fileKey }) };
}
