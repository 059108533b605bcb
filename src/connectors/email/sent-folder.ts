import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess } from '../contract';
import { findSentFolder, openImap } from './imap';

export interface SentFolder {
  has(messageId: string): Promise<boolean>;
  add(raw: Buffer, at: Date): Promise<void>;
  close(): Promise<void>;
}

/**
 * Where the mailbox keeps what it sent; null where it cannot be reached or has none. Nothing it does throws: a copy is
 * worth less than the answer it is a copy of.
 */
export async function openSentFolder(channel: ChannelAccess, outbound: Outbound): Promise<SentFolder | null> {
  const opened = await openImap(channel, outbound);
  if (!opened.ok) return null;
  const { client } = opened.value;
  const close = () => client.logout().catch(() => client.close());
  const path = await findSentFolder(client).catch(() => undefined);
  if (path === undefined) {
    await close();
    return null;
  }
  return {
    has: async (messageId) => {
      try {
        await client.mailboxOpen(path, { readOnly: true });
        const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
        return Array.isArray(found) && found.length > 0;
      } catch {
        return false;
      }
    },
    add: async (raw, at) => {
      await client.append(path, raw, ['\\Seen'], at).catch(() => undefined);
    },
    close,
  };
}
