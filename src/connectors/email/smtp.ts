import { createTransport } from 'nodemailer';
import { ok, type Result } from '@/kernel/result';
import type { Outbound } from '@/platform/http/outbound';
import type { Refusal } from '../contract';
import { locate, type MailAccess } from './access';

const TIMEOUT_MS = 20_000;

/** A connection of its own for each mail, to the address that was judged. */
export async function openSmtp(
  { settings, login }: MailAccess,
  outbound: Outbound,
): Promise<Result<ReturnType<typeof createTransport>, Refusal>> {
  const server = await locate('smtp', settings, outbound);
  if (!server.ok) return server;
  const { address, port, security, servername } = server.value;
  const { user, pass, accessToken } = login;
  return ok(
    createTransport({
      host: address,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(servername !== undefined && { tls: { servername } }),
      // How we introduce ourselves: the mailbox's domain, never the name of the machine we run on.
      name: settings.address.split('@').at(-1) ?? 'localhost',
      auth: accessToken === undefined ? { user, pass: pass ?? '' } : { type: 'OAuth2', user, accessToken },
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS * 3,
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  );
}
