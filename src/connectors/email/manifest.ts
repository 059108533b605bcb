import { z } from 'zod';
import type { ConnectorManifest } from '../contract';

export const PASSWORD = 'password';
/** Granted by OAuth where the provider has it; wins over the password. */
export const ACCESS_TOKEN = 'accessToken';

export const MAX_MAIL_BYTES = 25_000_000;

const address = z.string().trim().toLowerCase().pipe(z.email().max(254));
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/);
const port = z.coerce.number().int().min(1).max(65_535);
/** `none` reaches only places the installation allows. */
const security = z.enum(['tls', 'starttls', 'none']);

export const emailSettings = z.strictObject({
  address,
  /** The brand's name beside the writer's: "Mira via Nordlicht". */
  name: z.string().trim().max(100).optional(),
  /** Other addresses this mailbox writes from, separated by commas. */
  aliases: z.string().max(1000).optional(),
  imapHost: host,
  imapPort: port.optional(),
  imapSecurity: security.optional(),
  smtpHost: host,
  smtpPort: port.optional(),
  smtpSecurity: security.optional(),
  /** Where it is not the address. */
  login: z.string().trim().min(1).max(254).optional(),
  folder: z.string().trim().min(1).max(200).optional(),
  /** Several lines; `{name}` becomes the writer's name. */
  signature: z.string().max(2000).optional(),
  /** `provider` where the server itself keeps what is sent (Gmail); else a copy is laid into the Sent folder. */
  sentCopy: z.enum(['append', 'provider']).optional(),
});
export type EmailSettings = z.output<typeof emailSettings>;
export type MailSecurity = z.output<typeof security>;

/** The addresses whose mail is the brand's own, lower case. */
export function ownAddresses(settings: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const given = [settings.address, settings.aliases].filter((value) => typeof value === 'string');
  return new Set(
    given
      .join(',')
      .split(',')
      .map((one) => one.trim().toLowerCase())
      .filter((one) => one.includes('@')),
  );
}

export const emailManifest: ConnectorManifest = {
  network: 'email',
  capabilities: {
    ingest: ['poll', 'stream'],
    reply: true,
    privateReply: false,
    startConversation: true,
    reactions: false,
    editOwn: false,
    deleteOwn: false,
    // Base64 adds a third, and servers count what travels.
    attachments: { maxCount: 20, maxBytes: 18_000_000, contentTypes: ['*/*'] },
    textLimit: { unit: 'characters', max: 100_000 },
    replyWindow: null,
  },
  settings: emailSettings,
  secrets: [
    { name: PASSWORD, origin: 'entered', isRequired: true },
    { name: ACCESS_TOKEN, origin: 'granted', isRequired: false },
  ],
  identityRealm: 'network',
  tellsSenderOfRefusal: false,
  setup: [
    { name: 'mailbox', asks: ['address', 'name', 'aliases'] },
    { name: 'incoming', asks: ['imapHost', 'imapPort', 'imapSecurity', 'folder'] },
    { name: 'outgoing', asks: ['smtpHost', 'smtpPort', 'smtpSecurity', 'sentCopy', 'signature'] },
    { name: 'login', asks: ['login', PASSWORD], proof: 'credentials' },
    { name: 'message', proof: 'message' },
  ],
  pollEverySeconds: 60,
};
