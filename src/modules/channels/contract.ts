import { z } from 'zod';
import { networks } from '@/kernel/vocabulary';
import { channelAccount } from './contract/connecting';
import { channelHealth, gapView, healthReason, healthStates } from './contract/health';

const id = z.uuid();

/** `connecting`: begun and not finished; it is in no list but the settings'. */
export const channelStates = ['connecting', 'active', 'paused', 'needs_reconnect'] as const;

const minutes = z.coerce.number().int().min(1).max(43_200);
/** Where the expectation differs from the channel's own: a language goes before public or private. */
export const expectations = z.strictObject({
  publicMinutes: minutes.optional(),
  privateMinutes: minutes.optional(),
  byLanguage: z.record(z.string().regex(/^[a-z]{2,3}$/), minutes).optional(),
  /** Minutes of business time, or of the clock on the wall; business time where nothing is said. */
  clock: z.enum(['business', 'always']).optional(),
});
export type Expectations = z.infer<typeof expectations>;

export const channelSummary = z.strictObject({
  id,
  name: z.string(),
  connector: z.string(),
  network: z.enum(networks),
  state: z.enum(channelStates),
  /** Key under `channels.stateReason`; null while all is well. */
  stateReason: z.string().nullable(),
  teamId: id.nullable(),
  expectationMinutes: z.number().int(),
  expectations,
  /** At a glance: the state with the reasons behind it; more is in the channel's detail. */
  health: z.strictObject({ state: z.enum(healthStates), reasons: z.array(healthReason) }),
  /** The account it speaks as, where its network told. */
  account: channelAccount.nullable(),
  expiresAt: z.iso.datetime().nullable(),
  gap: gapView.nullable(),
  webhookUrl: z.string(),
  settings: z.record(z.string(), z.unknown()),
  lastEventAt: z.iso.datetime().nullable(),
  lastSentAt: z.iso.datetime().nullable(),
  /** Raw events waiting to be applied, and those put aside with an error. */
  pending: z.number().int(),
  parked: z.number().int(),
  /** Replies that were given up. */
  failed: z.number().int(),
});
export type ChannelSummary = z.infer<typeof channelSummary>;

/** One channel with everything its page shows. */
export const channelDetail = channelSummary.extend({
  /** Open, and all; they stay when the channel is removed. */
  conversations: z.strictObject({ open: z.number().int(), total: z.number().int() }),
  measured: channelHealth.omit({ state: true, reasons: true }),
  missingScopes: z.array(z.string()),
  canAuthorize: z.boolean(),
  routingRules: z.number().int(),
});
export type ChannelDetail = z.infer<typeof channelDetail>;
/** As the API shows it: where it delivers and how it is set up only to members who may manage channels. */
const setUp = { settings: true, webhookUrl: true } as const;
export const shownChannel = channelSummary.partial(setUp);
export type ShownChannel = z.infer<typeof shownChannel>;
export const shownChannelDetail = channelDetail.partial(setUp);
export type ShownChannelDetail = z.infer<typeof shownChannelDetail>;
export const channelList = z.strictObject({ data: z.array(shownChannel), nextCursor: z.null() });

export const createChannelInput = z.strictObject({
  connector: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(80),
  /** The network an API channel stands for; the connector's own where nothing is said. */
  network: z.enum(networks).optional(),
  settings: z.record(z.string(), z.unknown()).default({}),
  /** Secrets the admin enters, by the names of the connector's manifest. */
  secrets: z.record(z.string().max(40), z.string().min(1).max(4000)).default({}),
  teamId: id.nullable().default(null),
  expectationMinutes: minutes.default(480),
  expectations: expectations.default({}),
});

export const updateChannelInput = z.strictObject({
  channelId: id,
  name: z.string().trim().min(1).max(80).optional(),
  settings: z.record(z.string(), z.unknown()).optional(),
  secrets: z.record(z.string().max(40), z.string().min(1).max(4000)).optional(),
  teamId: id.nullable().optional(),
  expectationMinutes: minutes.optional(),
  /** All of them anew. */
  expectations: expectations.optional(),
});

export const channelRefInput = z.strictObject({ channelId: id });
export const setChannelStateInput = z.strictObject({ channelId: id, state: z.enum(['active', 'paused']) });
/** The conversations that stay. */
export const removedChannel = z.strictObject({ keptConversations: z.number().int() });
/** To another team, with its open conversations where wished. */
export const handOverInput = z.strictObject({
  channelId: id,
  teamId: id.nullable(),
  moveOpen: z.boolean().default(false),
});
export const handedOver = z.strictObject({ moved: z.number().int() });
export const rotateSecretInput = z.strictObject({
  channelId: id,
  name: z.string().max(40),
  /** How long the old one stays valid beside the new. */
  overlapHours: z.coerce.number().int().min(0).max(168).default(24),
});

/** A secret made by Rapport: shown now and never again. */
export const shownSecret = z.strictObject({ name: z.string(), value: z.string() });
export const createdChannel = channelSummary.extend({ shownSecrets: z.array(shownSecret) });
export type CreatedChannel = z.infer<typeof createdChannel>;

export const rawEventView = z.strictObject({
  id,
  externalId: z.string(),
  state: z.enum(['pending', 'applied', 'ignored', 'parked']),
  reason: z.string().nullable(),
  detail: z.unknown(),
  attempts: z.number().int(),
  receivedAt: z.iso.datetime(),
  processedAt: z.iso.datetime().nullable(),
  size: z.number().int(),
  /** The beginning of the body, as text. */
  excerpt: z.string(),
});
export type RawEventView = z.infer<typeof rawEventView>;

export const rawEventPage = z.strictObject({
  data: z.array(rawEventView),
  nextCursor: z.string().nullable(),
});

export const listRawEventsInput = z.strictObject({
  channelId: id,
  state: z.enum(['pending', 'applied', 'ignored', 'parked']).optional(),
  /** In the external id or the body, among the 5,000 events from the cursor on. */
  q: z.string().trim().min(2).max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});

export const replayInput = z.strictObject({ channelId: id, rawEventId: id.optional() });
export const replayOutput = z.strictObject({ replayed: z.number().int() });

/** What a connector asks of an admin, for the form that connects or changes a channel. */
export interface ConnectorOffer {
  /** The connector's name; its words are under `channels.connectors.<name>`. */
  name: string;
  network: (typeof networks)[number];
  settings: { name: string; isRequired: boolean }[];
  secrets: { name: string; origin: 'generated' | 'entered' | 'granted'; isRequired: boolean }[];
  /** The network calls an address of ours. */
  hasWebhook: boolean;
  canReply: boolean;
  /** The network can be asked for what was, so a past can be fetched. */
  canAsk: boolean;
  /** The network has a consent page. */
  canAuthorize: boolean;
  /** The steps of the guided way, by name; none: one form with settings and secrets. */
  steps: string[];
  /** What a call costs, shown before the channel is enabled; words under `channels.costs.<what>`. */
  costs: { what: string; amount: number; currency: string }[];
  /** Somebody writes the sender themselves: they want an example and hear of refusals. */
  isForIntegrators: boolean;
}
