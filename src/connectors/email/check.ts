import type { Connector } from '../contract';
import type { CheckOutcome } from '../contract/connecting';
import { accessOf } from './access';
import { withImap } from './imap';
import { refusalOf } from './mail-errors';
import { openSmtp } from './smtp';

/** Logs in to both servers and looks whether the folder is there. */
export const checkMailbox: NonNullable<Connector['check']> = async (channel, outbound) => {
  const incoming = await withImap(channel, outbound, async ({ client, settings }): Promise<CheckOutcome> => {
    await client.mailboxOpen(settings.folder ?? 'INBOX', { readOnly: true });
    return { outcome: 'ok' };
  });
  if (incoming.outcome !== 'ok') return incoming;
  const access = accessOf(channel);
  if (!access.ok) return access.refusal;
  const smtp = await openSmtp(access.value, outbound);
  if (!smtp.ok) return smtp.refusal;
  try {
    await smtp.value.verify();
  } catch (error) {
    return refusalOf(error);
  } finally {
    smtp.value.close();
  }
  const { address, name } = access.value.settings;
  return { outcome: 'ok', account: { externalId: address, name: name ?? address, handle: address } };
};
