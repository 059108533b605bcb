import type { Connector } from '../contract';
import { openImap } from './imap';

/** IMAP IDLE on the folder: what comes or goes wakes us, and polling fetches it. Ends with the connection or the signal. */
export const listenToMailbox: NonNullable<Connector['listen']> = async (channel, outbound, wake, signal) => {
  if (signal.aborted) return;
  const opened = await openImap(channel, outbound);
  if (!opened.ok) return;
  const { client, settings } = opened.value;
  const stop = () => client.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (signal.aborted) return;
    client.on('exists', wake);
    client.on('expunge', wake);
    await client.mailboxOpen(settings.folder ?? 'INBOX', { readOnly: true });
    // What came between the last asking and now has woken nobody.
    wake();
    while (client.usable) if ((await client.idle()) === false) return;
  } catch {
    // A lost connection ends the listening; whoever called begins again.
  } finally {
    signal.removeEventListener('abort', stop);
    client.close();
  }
};
