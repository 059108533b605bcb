import { z } from 'zod';
import { networks } from '@/kernel/vocabulary';

const id = z.uuid();
const instant = z.iso.datetime();
const record = z.record(z.string().max(40), z.unknown());
const secrets = z.record(z.string().max(40), z.string().min(1).max(4000));

/** A channel in the state `connecting`: nobody but the admin who sets it up sees it; left alone it goes after seven days. */
export const startConnectingInput = z.strictObject({
  connector: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(80).optional(),
  network: z.enum(networks).optional(),
});

/** What one step asks for; what it does not ask for is refused. Nothing given keeps what is stored. */
export const saveConnectStepInput = z.strictObject({
  channelId: id,
  step: z.string().max(60),
  settings: record.default({}),
  secrets: secrets.default({}),
});

export const connectRefInput = z.strictObject({ channelId: id });

export const finishConnectingInput = z.strictObject({
  channelId: id,
  name: z.string().trim().min(1).max(80).optional(),
  teamId: id.nullable().optional(),
  expectationMinutes: z.coerce.number().int().min(1).max(43_200).optional(),
});

export const channelAccount = z.strictObject({
  externalId: z.string(),
  name: z.string(),
  handle: z.string().optional(),
  url: z.string().optional(),
  avatarUrl: z.string().optional(),
});
export type ChannelAccountView = z.infer<typeof channelAccount>;

export const connectStep = z.strictObject({
  /** Words under `channels.connectors.<connector>.steps.<name>`. */
  name: z.string(),
  /** Addresses are given; a generated secret is shown once, where it was made. */
  shows: z.array(z.strictObject({ what: z.string(), value: z.string().nullable() })),
  asks: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(['setting', 'secret']),
      isRequired: z.boolean(),
      /** Given already. A setting's value comes with it, a secret's never. */
      isSet: z.boolean(),
      value: z.unknown().optional(),
    }),
  ),
  scopes: z.array(z.string()),
  link: z.string().nullable(),
  proof: z.enum(['handshake', 'signature', 'credentials', 'grant', 'message']).nullable(),
  /** Everything required is given, and the proof was seen. */
  isDone: z.boolean(),
  /** When the proof was last seen. */
  provenAt: instant.nullable(),
});
export type ConnectStep = z.infer<typeof connectStep>;

export const connectProgress = z.strictObject({
  channelId: id,
  connector: z.string(),
  network: z.enum(networks),
  name: z.string(),
  state: z.enum(['connecting', 'active', 'paused', 'needs_reconnect']),
  webhookUrl: z.string(),
  redirectUrl: z.string(),
  steps: z.array(connectStep),
  account: channelAccount.nullable(),
  expiresAt: instant.nullable(),
  missingScopes: z.array(z.string()),
  /** The last look at the account; `reason` is a key under `ingest.delivery`, null where it went well. */
  check: z
    .strictObject({ at: instant, reason: z.string().nullable(), detail: z.string().nullable() })
    .nullable(),
  /** The network has a consent page: `GET /api/channels/{id}/authorize?workspace={slug}` leads there. */
  canAuthorize: z.boolean(),
  /** Wrong signatures since it was begun, and the last of them. */
  refused: z.strictObject({ count: z.number().int(), at: instant.nullable() }),
  received: z.number().int(),
  /** Every step that must be done is done. */
  canFinish: z.boolean(),
});
export type ConnectProgress = z.infer<typeof connectProgress>;

export const startedConnecting = connectProgress.extend({
  /** Secrets made by Rapport: shown now and never again. */
  shownSecrets: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});
export type StartedConnecting = z.infer<typeof startedConnecting>;

/** The account is connected already: the refusal `account_connected` names the channel in `params.channelId`. */
export const checkResult = z.strictObject({
  outcome: z.enum(['ok', 'retry', 'failed']),
  reason: z.string().nullable(),
  detail: z.string().nullable(),
  progress: connectProgress,
});
export type CheckResult = z.infer<typeof checkResult>;
