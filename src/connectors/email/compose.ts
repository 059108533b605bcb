import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutboundMessage } from '../contract';
import type { EmailSettings } from './manifest';
import { bareSubject, messageIdOf, messageIdsIn } from './message-ids';

/** Root, then the nearest: what mail programs need to show a thread. */
const MAX_REFERENCES = 20;

export interface ComposedMail {
  messageId: string;
  raw: Buffer;
  envelope: { from: string; to: string[] };
}

/**
 * A whole mail with its headers for threading. The same message makes the same Message-ID at each try.
 * @param recipient an address
 * @throws what reading an attachment throws
 */
export async function composeMail(
  message: OutboundMessage,
  settings: EmailSettings,
  origin: { channelId: string; recipient: string; now: Date },
): Promise<ComposedMail> {
  const messageId = messageIdOf(message.id, settings.address);
  const references = referencesOf(message);
  const attachments = [];
  for (const { name, contentType, read } of message.attachments)
    attachments.push({ filename: name, contentType, content: Buffer.from(await read()) });
  const text = withSignature(message, settings);
  const mail = new MailComposer({
    messageId,
    date: origin.now,
    from: { name: senderName(message, settings), address: settings.address },
    to: { name: '', address: origin.recipient },
    subject: subjectOf(message, references.length > 0),
    ...(references.length > 0 && { inReplyTo: references.at(-1), references }),
    text,
    html: toHtml(text),
    attachments,
    headers: { 'X-Rapport-Channel': origin.channelId },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await mail.compile().build();
  return { messageId, raw, envelope: { from: settings.address, to: [origin.recipient] } };
}

/** The oldest first, the answered one last. */
function referencesOf({ conversation, replyToExternalId }: OutboundMessage): string[] {
  const earlier = conversation.earlierExternalIds ?? [];
  const parent = replyToExternalId ?? earlier.at(-1);
  const named = [conversation.externalId, ...earlier.filter((id) => id !== parent), parent ?? ''];
  const ids = [...new Set(named.flatMap((id) => messageIdsIn(id).slice(0, 1)))];
  // Where the parent is the root it stands once, and last.
  return ids.length <= MAX_REFERENCES ? ids : [ids[0] ?? '', ...ids.slice(1 - MAX_REFERENCES)];
}

function subjectOf({ conversation }: OutboundMessage, isReply: boolean): string {
  const subject = bareSubject(conversation.subject ?? '');
  return isReply ? `Re: ${subject}`.trimEnd() : subject;
}

function senderName({ author }: OutboundMessage, { name }: EmailSettings): string {
  return [author.name.trim(), name].filter(Boolean).join(' via ');
}

function withSignature({ text, author }: OutboundMessage, { signature }: EmailSettings): string {
  if (signature === undefined || signature.trim() === '') return text;
  return `${text}\n\n-- \n${signature.replaceAll('{name}', author.name).trim()}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The words as they are: paragraphs and line breaks, nothing that loads or tracks. */
function toHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
  const paragraphs = escaped.split(/\n{2,}/).map((one) => `<p>${one.replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html><body>${paragraphs.join('\n')}</body></html>`;
}
