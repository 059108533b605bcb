import type { MailRecord } from './record';

/**
 * Why a mail was written by a machine to nobody, and asks for no answer; null for what a person may have meant. Answering
 * such mail is how two machines write to each other for ever.
 * @param own the channel's addresses, lower case
 */
export function automaticReason(record: MailRecord, own: ReadonlySet<string>): string | null {
  const { autoSubmitted = 'no', precedence = '', isAutoreply, hasNullSender } = record.automatic;
  const submitted = autoSubmitted.toLowerCase();
  if (isAutoreply || submitted.startsWith('auto-replied') || /^auto.?reply/i.test(precedence))
    return 'auto_reply';
  if (hasNullSender || isPostmaster(record)) return 'mail_system_notice';
  if (isForeignList(record, own)) return 'mailing_list';
  if (submitted !== 'no' && !speaksForAnother(record, own)) return 'auto_generated';
  return null;
}

/**
 * A contact form is a machine that writes for a person, and says so by Reply-To; that of the brand's own site often
 * writes from the brand's own address.
 */
export function speaksForAnother(record: MailRecord, own: ReadonlySet<string>): boolean {
  const { replyTo, isInSentFolder, automatic } = record;
  const from = record.from?.address ?? '';
  const isMachine =
    (automatic.autoSubmitted ?? 'no').toLowerCase() !== 'no' ||
    /^(no-?reply|wordpress|www-data)@/.test(from) ||
    (own.has(from) && !isInSentFolder);
  return isMachine && replyTo !== undefined && replyTo.address !== from && !own.has(replyTo.address);
}

function isPostmaster({ from }: MailRecord): boolean {
  return from !== undefined && /^(mailer-daemon|postmaster)@/i.test(from.address);
}

/** A list we read or a newsletter; not a group address that is the channel's own. */
function isForeignList({ automatic }: MailRecord, own: ReadonlySet<string>): boolean {
  const { listId = '', listPost = '', hasUnsubscribe, precedence = '' } = automatic;
  const isList =
    listId !== '' || listPost !== '' || hasUnsubscribe || /^(bulk|list|junk)\b/i.test(precedence);
  const named = `${listId} ${listPost}`.toLowerCase();
  const isOurs = [...own].some(
    (address) => named.includes(`<mailto:${address}>`) || named.includes(`<${address.replace('@', '.')}>`),
  );
  return isList && !isOurs;
}
