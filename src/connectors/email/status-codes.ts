/**
 * What a mail server means by refusing for good: the enhanced status (RFC 3463) says it best, the reply code or the
 * words where there is none.
 * @returns a reason under `ingest.delivery`
 */
export function refusalReason(status: string | undefined, detail = ''): string {
  const enhanced = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(`${status ?? ''} ${detail}`);
  if (enhanced) return byEnhanced(`${enhanced[1]}.${enhanced[2]}`);
  const text = detail.toLowerCase();
  if (/quota|mailbox (is )?full|over quota/.test(text)) return 'mailbox_full';
  if (/too large|size limit|exceeds.{0,20}size|message size/.test(text)) return 'mail_too_large';
  if (
    /user unknown|unknown user|no such user|unrouteable|does not exist|unknown recipient|mailbox unavailable/.test(
      text,
    )
  )
    return 'recipient_unknown';
  if (/spam|blocked|blacklist|denied|policy/.test(text)) return 'mail_refused_as_unwanted';
  return 'mail_refused';
}

function byEnhanced(code: string): string {
  if (/^1\.[0-46]$/.test(code) || code === '1.10' || code === '2.1') return 'recipient_unknown';
  if (code === '2.2') return 'mailbox_full';
  if (code === '2.3' || code === '3.4') return 'mail_too_large';
  if (code.startsWith('7.')) return 'mail_refused_as_unwanted';
  return 'mail_refused';
}
