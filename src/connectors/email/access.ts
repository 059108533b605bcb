import { isIP } from 'node:net';
import { ok, type Result, refuse } from '@/kernel/result';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { unlocated } from './mail-errors';
import { ACCESS_TOKEN, type EmailSettings, emailSettings, type MailSecurity, PASSWORD } from './manifest';

export interface MailLogin {
  user: string;
  pass?: string;
  accessToken?: string;
}
export interface MailAccess {
  settings: EmailSettings;
  login: MailLogin;
}
export interface MailServer {
  /** The very address that was judged. */
  address: string;
  port: number;
  security: MailSecurity;
  /** For TLS; absent where the server is named by its address. */
  servername?: string;
}

const PORTS = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
} as const;

const SETTINGS_INVALID: Refusal = { outcome: 'failed', reason: 'settings_invalid' };
const PASSWORD_MISSING: Refusal = {
  outcome: 'failed',
  reason: 'mail_password_missing',
  needsReconnect: true,
};

/** The channel's settings and login, or what is missing. */
export function accessOf(channel: ChannelAccess): Result<MailAccess, Refusal> {
  const settings = emailSettings.safeParse(channel.settings);
  if (!settings.success) return refuse(SETTINGS_INVALID);
  const user = settings.data.login ?? settings.data.address;
  const accessToken = channel.secrets[ACCESS_TOKEN]?.[0];
  const pass = channel.secrets[PASSWORD]?.[0];
  if (accessToken !== undefined) return ok({ settings: settings.data, login: { user, accessToken } });
  if (pass !== undefined) return ok({ settings: settings.data, login: { user, pass } });
  return refuse(PASSWORD_MISSING);
}

/** Where the channel's server of that protocol is reached; STARTTLS counts as secure because nothing is said before it. */
export async function locate(
  protocol: 'imap' | 'smtp',
  settings: EmailSettings,
  { hosts }: Outbound,
): Promise<Result<MailServer, Refusal>> {
  const host = settings[`${protocol}Host`];
  const security = settings[`${protocol}Security`] ?? 'tls';
  const located = await hosts.locate(host, { isSecure: security !== 'none' });
  if (!located.ok) return refuse(unlocated(located.refusal));
  return ok({
    address: located.value.address,
    port: settings[`${protocol}Port`] ?? PORTS[protocol][security],
    security,
    ...(isIP(host) === 0 && { servername: host }),
  });
}
