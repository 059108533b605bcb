import type { OutboundFailure } from '@/platform/http/outbound';
import type { Refusal } from '../contract';
import { toStorable } from '../contract/read-json';
import { refusalReason } from './status-codes';

/** What the libraries put on their errors, both of them. */
interface MailError {
  message: string;
  code?: unknown;
  /** IMAP. */
  authenticationFailed?: unknown;
  serverResponseCode?: unknown;
  responseText?: unknown;
  mailboxMissing?: unknown;
  tlsFailed?: unknown;
  /** SMTP. */
  responseCode?: unknown;
  response?: unknown;
}

const CERTIFICATE =
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|self.signed|certificate|Hostname\/IP does not match/i;
const NOT_TLS = /wrong version number|ERR_SSL|SSL routines|EPROTO|packet length too long/i;
const NO_STARTTLS = /STARTTLS|\bETLS\b/i;
/** The server's own trouble, whatever was wrong with the password. */
const BUSY = ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'CONTACTADMIN'];

/** Why a mail server could not be used: each passing or lasting, with the server's own words for admins. */
export function refusalOf(error: unknown): Refusal {
  const raw: MailError = error instanceof Error ? error : { message: String(error) };
  const text = [raw.responseText, raw.response].find((part) => typeof part === 'string') ?? raw.message;
  const detail = toStorable(String(text).slice(0, 500));
  const code = String(raw.code ?? '');
  if (raw.authenticationFailed || code === 'EAUTH') return refusedLogin(raw, detail);
  if (raw.mailboxMissing) return { outcome: 'failed', reason: 'mail_folder_not_found', detail };
  const described = `${code} ${raw.message}`;
  if (code === 'CERT_HAS_EXPIRED') return { outcome: 'retry', reason: 'mail_certificate_refused', detail };
  if (CERTIFICATE.test(described)) return { outcome: 'failed', reason: 'mail_certificate_refused', detail };
  if (NOT_TLS.test(described)) return { outcome: 'failed', reason: 'mail_tls_not_spoken', detail };
  if (NO_STARTTLS.test(described)) return { outcome: 'failed', reason: 'mail_without_tls', detail };
  if (typeof raw.responseCode === 'number') return refusedMail(raw.responseCode, detail);
  if (/ECONN|ETIMEDOUT|TIMEOUT|EHOST|ENET|ESOCKET|EDNS|NoConnection|ConnectionClosed/.test(code))
    return { outcome: 'retry', reason: 'mail_server_unreachable', detail };
  return { outcome: 'retry', reason: 'mail_server_error', detail };
}

function refusedLogin({ serverResponseCode, responseCode }: MailError, detail: string): Refusal {
  const isPassing =
    BUSY.includes(String(serverResponseCode)) ||
    (typeof responseCode === 'number' && responseCode >= 400 && responseCode < 500);
  return isPassing
    ? { outcome: 'retry', reason: 'mail_server_error', detail }
    : { outcome: 'failed', reason: 'mail_login_refused', needsReconnect: true, detail };
}

function refusedMail(responseCode: number, detail: string): Refusal {
  if (responseCode < 500) return { outcome: 'retry', reason: 'mail_deferred', detail };
  return { outcome: 'failed', reason: refusalReason(undefined, detail), detail };
}

/** Why a server's name led nowhere it may be reached at. */
export function unlocated({ reason, detail }: OutboundFailure): Refusal {
  switch (reason) {
    case 'host_not_found':
      // A resolver that is down for a moment says the same.
      return { outcome: 'retry', reason: 'mail_host_not_found', detail };
    case 'insecure_url':
      return { outcome: 'failed', reason: 'mail_without_tls', detail };
    default:
      return { outcome: 'failed', reason: 'mail_address_refused', detail };
  }
}
