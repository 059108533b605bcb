import { createTransport, type Transporter } from 'nodemailer';
import { env } from '@/platform/env';
import { log } from '@/platform/log/log';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text: nothing to render, nothing to track. */
  text: string;
}

let made: { url: string; transport: Transporter } | undefined;

/** @returns whether it was handed to a mail server: false without SMTP_URL or when the server refused (logged) */
export async function sendMail(mail: Mail): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return false;
  try {
    // Out-of-office answers to it would answer nobody.
    const headers = { 'auto-submitted': 'auto-generated' };
    await transportTo(SMTP_URL).sendMail({ from: MAIL_FROM, headers, ...mail });
    return true;
  } catch (error) {
    log.error({ err: error }, 'mail not sent');
    return false;
  }
}

function transportTo(url: string): Transporter {
  if (made?.url === url) return made.transport;
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  made = { url, transport: createTransport({ url, ...timeouts }) };
  return made.transport;
}
