import type { Connector, SendOutcome } from '../contract';
import { accessOf, type MailAccess } from './access';
import { type ComposedMail, composeMail } from './compose';
import { refusalOf } from './mail-errors';
import { emailManifest } from './manifest';
import { openSentFolder } from './sent-folder';
import { openSmtp } from './smtp';

const ADDRESS = /^[^\s<>@,;"]{1,64}@[^\s<>@,;"]{1,255}$/;

/**
 * Sends by SMTP and lays a copy into the Sent folder. A mail found there already was sent by a try that was killed before
 * it could say so. Without IMAP it is sent all the same: the copy is worth less than the answer.
 */
export const sendMail: Connector['send'] = async (message, channel, outbound, now) => {
  const access = accessOf(channel);
  if (!access.ok) return access.refusal;
  const recipient = message.recipientExternalId ?? '';
  if (!ADDRESS.test(recipient)) return { outcome: 'failed', reason: 'no_recipient' };
  if (message.text.length > emailManifest.capabilities.textLimit.max)
    return { outcome: 'failed', reason: 'text_too_long' };
  const { settings } = access.value;
  const mail = await composeMail(message, settings, { channelId: channel.id, recipient, now });
  const sentFolder = await openSentFolder(channel, outbound);
  try {
    if (await sentFolder?.has(mail.messageId)) return { outcome: 'sent', externalId: mail.messageId };
    const outcome = await hand(mail, access.value, outbound);
    if (outcome.outcome === 'sent' && settings.sentCopy !== 'provider') await sentFolder?.add(mail.raw, now);
    return outcome;
  } finally {
    await sentFolder?.close();
  }
};

async function hand(
  { raw, envelope, messageId }: ComposedMail,
  access: MailAccess,
  outbound: Parameters<typeof openSmtp>[1],
): Promise<SendOutcome> {
  const smtp = await openSmtp(access, outbound);
  if (!smtp.ok) return smtp.refusal;
  try {
    await smtp.value.sendMail({ envelope, raw });
    return { outcome: 'sent', externalId: messageId };
  } catch (error) {
    return refusalOf(error);
  } finally {
    smtp.value.close();
  }
}
