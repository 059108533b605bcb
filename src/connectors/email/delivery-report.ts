import type { Attachment, ParsedMail } from 'mailparser';
import { toStorable } from '../contract/read-json';
import { headerOf } from './mail-headers';
import { messageIdsIn } from './message-ids';
import type { MailRecordJson } from './record';

type Report = NonNullable<MailRecordJson['report']>;
const HEAD_BYTES = 65_536;

/** What a `multipart/report` says of a mail of ours (RFC 3464, RFC 8098); undefined where it is none. */
export function readReport(mail: ParsedMail): Report | undefined {
  const type = headerOf(mail, 'content-type')?.toLowerCase() ?? '';
  if (!type.startsWith('multipart/report')) return undefined;
  const status = headOf(mail.attachments, 'message/delivery-status');
  const disposition = headOf(mail.attachments, 'message/disposition-notification');
  const head = status ?? disposition;
  if (head === undefined) return undefined;
  const original = headOf(
    mail.attachments,
    'message/rfc822',
    'text/rfc822-headers',
    'message/rfc822-headers',
  );
  const originalMessageId = messageIdsIn(
    fieldOf(original, 'message-id') ?? fieldOf(head, 'original-message-id') ?? headerOf(mail, 'in-reply-to'),
  )[0];
  const isRead = status === undefined;
  if (isRead && !/displayed/i.test(fieldOf(head, 'disposition') ?? '')) return { type: 'delivery' };
  const fields = {
    originalMessageId,
    action: fieldOf(head, 'action')?.slice(0, 40),
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(fieldOf(head, 'status') ?? '')?.[0],
    detail: fieldOf(head, 'diagnostic-code')?.slice(0, 500),
  };
  const given = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, toStorable(value)]],
  );
  return { type: isRead ? 'read' : 'delivery', ...(Object.fromEntries(given) as Omit<Report, 'type'>) };
}

function headOf(parts: readonly Attachment[], ...types: readonly string[]): string | undefined {
  const part = parts.find(({ contentType }) => types.includes(contentType.toLowerCase()));
  return part?.content.subarray(0, HEAD_BYTES).toString('utf8').replace(/\r\n/g, '\n');
}

/** A field's value, unfolded; the first where several recipients are named. */
function fieldOf(text: string | undefined, name: string): string | undefined {
  const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\n[ \\t]+.*)*)`, 'im').exec(text ?? '');
  return found?.[1]?.replace(/\n[ \t]+/g, ' ').trim();
}
