import { ImapFlow } from 'imapflow';
import { ok, type Result, refuse } from '@/kernel/result';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { accessOf, locate } from './access';
import { refusalOf } from './mail-errors';
import { type EmailSettings, MAX_MAIL_BYTES } from './manifest';

const CONNECT_MS = 15_000;
/** Servers end an idle session after half an hour, and routers forget it sooner. */
const IDLE_MS = 4 * 60_000;
/** Above a whole mail, so that the limit only meets a server that has lost its way. */
const MAX_RESPONSE_BYTES = 2 * MAX_MAIL_BYTES;

export interface ImapSession {
  client: ImapFlow;
  settings: EmailSettings;
}

/** A mailbox logged in to; whoever opens it closes it. */
export async function openImap(
  channel: ChannelAccess,
  outbound: Outbound,
): Promise<Result<ImapSession, Refusal>> {
  const access = accessOf(channel);
  if (!access.ok) return access;
  const { settings, login } = access.value;
  const server = await locate('imap', settings, outbound);
  if (!server.ok) return server;
  const { address, port, security, servername } = server.value;
  const client = new ImapFlow({
    host: address,
    port,
    secure: security === 'tls',
    ...(security === 'starttls' && { doSTARTTLS: true }),
    ...(security === 'none' && { doSTARTTLS: false }),
    ...(servername !== undefined && { servername }),
    auth: login,
    clientInfo: { name: 'Rapport' },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: IDLE_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    maxLiteralSize: MAX_RESPONSE_BYTES,
    maxResponseSize: MAX_RESPONSE_BYTES * 2,
  });
  // What breaks between two commands is told by the next one.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return ok({ client, settings });
  } catch (error) {
    client.close();
    return refuse(refusalOf(error));
  }
}

/** Runs with a mailbox logged in to and closes it; what the server refuses is a refusal, never thrown. */
export async function withImap<Answer>(
  channel: ChannelAccess,
  outbound: Outbound,
  run: (session: ImapSession) => Promise<Answer>,
): Promise<Answer | Refusal> {
  const opened = await openImap(channel, outbound);
  if (!opened.ok) return opened.refusal;
  try {
    return await run(opened.value);
  } catch (error) {
    return refusalOf(error);
  } finally {
    await opened.value.client.logout().catch(() => opened.value.client.close());
  }
}

/** The folder where the mailbox keeps what it sent; undefined where it has none. */
export async function findSentFolder(client: ImapFlow): Promise<string | undefined> {
  return (await client.list()).find(({ specialUse }) => specialUse === '\\Sent')?.path;
}
