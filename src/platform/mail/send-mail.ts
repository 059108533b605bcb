import { createTransport, type Transporter } from 'nodemailer';
import { env } from '@/platform/env';
import { log } from '@/platform/log/log';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text: nothing to render, nothing to track. */
  text: string;
}

let transport: Transporter | undefined;

/** @returns whether it was handed to a mail server: false without SMTP_URL or when the server refused (logged) */
export async function sendMail(mail: Mail): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return false;
  transport ??= createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  try {
    await transport.sendMail({ from: MAIL_FROM, ...mail });
    return true;
  } catch (error) {
    log.error({ err: error }, 'mail not sent');
    return false;
  }
}
