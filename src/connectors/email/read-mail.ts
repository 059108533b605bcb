import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import type { PolledFile } from '../contract/asking';
import { toStorable } from '../contract/read-json';
import { readReport } from './delivery-report';
import { addressesOf, headerOf } from './mail-headers';
import { idFromContent, messageIdsIn } from './message-ids';
import { MAX_ATTACHMENTS, MAX_REFERENCES, MAX_TEXT, type MailRecordJson } from './record';

export interface MailOrigin {
  uid?: number;
  /** When the mailbox got it; what it says of itself cannot be later. */
  receivedAt: Date;
  isInSentFolder: boolean;
  /** True where only its beginning was fetched: the last attachment is then no file. */
  isCut?: boolean;
}
export interface ReadMail {
  record: MailRecordJson;
  files: readonly PolledFile[];
}

const HOUR_MS = 60 * 60 * 1000;
/** Pictures this small inside a mail are logos of signatures and counting pixels. */
const MIN_INLINE_BYTES = 4096;

/** Bounds for hostile mail: headers, parts and the HTML worth turning into text. */
const LIMITS = {
  maxHeadSize: 131_072,
  maxChildNodes: 200,
  maxHtmlLengthToParse: 200_000,
  skipTextToHtml: true,
  skipImageLinks: true,
  keepCidLinks: true,
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  checksumAlgo: false,
} as const;

/**
 * Takes a mail apart: text decoded, HTML made into text where there is nothing else, files beside it.
 * @throws where the reader gives up on it (too many parts, endless headers)
 */
export async function readMail(bytes: Uint8Array, origin: MailOrigin): Promise<ReadMail> {
  const mail = await simpleParser(Buffer.from(bytes), LIMITS);
  const messageId = messageIdsIn(headerOf(mail, 'message-id'))[0] ?? idFromContent(bytes);
  const report = readReport(mail);
  const { attachments, files } = filesOf(report ? [] : mail.attachments, messageId, origin.isCut ?? false);
  const inReplyTo = messageIdsIn(headerOf(mail, 'in-reply-to'))[0];
  const [from] = addressesOf(mail.from);
  const [replyTo] = addressesOf(mail.replyTo);
  const sentByChannel = headerOf(mail, 'x-rapport-channel')?.slice(0, 100);
  return {
    record: {
      kind: 'mail',
      ...(origin.uid !== undefined && { uid: origin.uid }),
      isInSentFolder: origin.isInSentFolder,
      messageId,
      ...(inReplyTo !== undefined && { inReplyTo }),
      references: rootAndNearest(messageIdsIn(headerOf(mail, 'references'))),
      ...(from && { from }),
      ...(replyTo && { replyTo }),
      to: [...addressesOf(mail.to), ...addressesOf(mail.cc)].slice(0, 200),
      subject: toStorable((mail.subject ?? '').replace(/\s+/g, ' ').trim().slice(0, 1000)),
      sentAt: sentAtOf(mail.date, origin.receivedAt).toISOString(),
      text: textOf(mail),
      ...(sentByChannel !== undefined && { sentByChannel }),
      automatic: automaticOf(mail),
      ...(report && { report }),
      attachments,
    },
    files,
  };
}

/** The thread's root names it; of what lies between, the nearest are enough. */
function rootAndNearest(ids: readonly string[]): string[] {
  return ids.length <= MAX_REFERENCES ? [...ids] : [ids[0] ?? '', ...ids.slice(1 - MAX_REFERENCES)];
}

/** A mail's own date, unless it is missing, nonsense or in the future. */
function sentAtOf(date: Date | undefined, receivedAt: Date): Date {
  const time = date?.getTime() ?? Number.NaN;
  return time >= 0 && time <= receivedAt.getTime() + HOUR_MS ? new Date(time) : receivedAt;
}

function textOf(mail: ParsedMail): string {
  const written = mail.text ?? '';
  // HTML too large or too deep to be laid out: its bare words.
  const words = written.trim() === '' && mail.html ? bareWords(mail.html) : written;
  return toStorable(tidied(words.slice(0, MAX_TEXT)).slice(0, MAX_TEXT));
}

function bareWords(html: string): string {
  return html
    .slice(0, MAX_TEXT)
    .replace(/<(style|script)\b[^>]*>[^<]*<\/\1>/gi, '')
    .replace(/<[^<>]{0,2000}>/g, ' ');
}

/** Without the marks of pictures, and without an address repeated behind itself. */
function tidied(text: string): string {
  return text
    .replace(/\[cid:[^\]\s]{1,200}\]/g, '')
    .replace(/(\S{3,200}) \[(?:mailto:)?\1\]/g, '$1')
    .replaceAll('\u00a0', ' ')
    .trim();
}

function automaticOf(mail: ParsedMail): MailRecordJson['automatic'] {
  const text = (name: string, max: number) => headerOf(mail, name)?.slice(0, max);
  const [autoSubmitted, precedence] = [text('auto-submitted', 100), text('precedence', 100)];
  const [listId, listPost] = [text('list-id', 500), text('list-post', 500)];
  const marks = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply', 'x-vacation'];
  return {
    ...(autoSubmitted !== undefined && { autoSubmitted }),
    ...(precedence !== undefined && { precedence }),
    ...(listId !== undefined && { listId }),
    ...(listPost !== undefined && { listPost }),
    isAutoreply: marks.some((name) => headerOf(mail, name) !== undefined),
    hasNullSender: headerOf(mail, 'return-path')?.trim() === '<>',
    hasUnsubscribe: headerOf(mail, 'list-unsubscribe') !== undefined,
  };
}

function filesOf(parts: readonly Attachment[], messageId: string, isCut: boolean) {
  const wanted = parts
    .filter(({ related, size }) => !(related && size < MIN_INLINE_BYTES))
    .slice(0, MAX_ATTACHMENTS)
    .map((part, index) => ({ part, index }));
  const isWhole = (part: Attachment) => !isCut || part !== parts.at(-1);
  const keyOf = (index: number) => `${messageId.slice(0, 150)}/${index}`;
  return {
    attachments: wanted.map(({ part, index }) => ({
      name: nameOf(part, index),
      contentType: typeOf(part),
      size: part.size,
      ...(isWhole(part) && { fileKey: toStorable(keyOf(index)) }),
    })),
    files: wanted
      .filter(({ part }) => isWhole(part))
      .map(({ part, index }) => ({
        key: toStorable(keyOf(index)),
        contentType: typeOf(part),
        bytes: part.content,
      })),
  };
}

function typeOf({ contentType }: Attachment): string {
  return /^[\w.+-]{1,99}\/[\w.+-]{1,99}$/.test(contentType)
    ? contentType.toLowerCase()
    : 'application/octet-stream';
}

/** The last part of the name given, without what no file system wants. */
function nameOf({ filename, contentType }: Attachment, index: number): string {
  const given = toStorable((filename ?? '').split(/[/\\]/).at(-1) ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  if (given !== '') return given.slice(0, 255).toWellFormed();
  return contentType === 'message/rfc822' ? `mail-${index + 1}.eml` : `file-${index + 1}`;
}
