import { createTranslator } from 'next-intl';
import { loadMessages } from '@/i18n/load-messages';
import type { Locale } from '@/kernel/vocabulary';
import { env } from '@/platform/env';
import { type Mail, sendMail } from '@/platform/mail/send-mail';

export interface ChannelNews {
  kind: 'expiring' | 'needs_reconnect';
  /** Whole days left, of `expiring`. */
  days?: number | undefined;
}

export interface Letter {
  email: string;
  name: string;
  locale: Locale;
  channelName: string;
  path: string;
}

/** A mail about a channel in its reader's language. */
export async function writeChannelMail(letter: Letter, { kind, days = 0 }: ChannelNews): Promise<Mail> {
  const { email, locale, name, channelName: channel, path } = letter;
  const t = createTranslator({ locale, messages: await loadMessages(locale), namespace: 'channels.mail' });
  const values = { name, channel, count: days, link: `${env().PUBLIC_URL}${path}` };
  return { to: email, subject: t(`${kind}.subject`, values), text: t(`${kind}.text`, values) };
}

/** Sends it. Throws where there is a mail server and it refused, so that its job tries again. */
export async function mailChannelNews(letter: Letter, news: ChannelNews): Promise<void> {
  const isSent = await sendMail(await writeChannelMail(letter, news));
  if (!isSent && env().SMTP_URL) throw new Error('the mail server did not take a mail about a channel');
}
