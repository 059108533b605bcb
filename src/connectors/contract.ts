import type { z } from 'zod';
import type { FieldError } from '@/kernel/errors';
import type { MessageKind, Network, Visibility } from '@/kernel/vocabulary';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from './contract/access';
import type { Budget, PolledFile, PollOutcome, PollRequest } from './contract/asking';
import type { AuthorizeContract, CheckOutcome, RefreshOutcome, SetupStep } from './contract/connecting';

export type { ChannelAccess, ChannelSecrets, Refusal } from './contract/access';

/** What a network can do; the interface offers exactly this and never asks for a network's name. */
export interface Capabilities {
  /** `stream`: a connection held open that tells us when asking is worth it; what is new always comes by `poll`. */
  ingest: readonly ('webhook' | 'poll' | 'stream')[];
  reply: boolean;
  privateReply: boolean;
  startConversation: boolean;
  /** We can like a message of somebody else (`Connector.react`). */
  reactions: boolean;
  /** The network has a search of its own that takes words or hashtags (`PollRequest.terms`). */
  search?: boolean;
  /** After the reply window only messages made from an approved template are taken (`OutboundMessage.template`). */
  templates?: boolean;
  editOwn: boolean;
  deleteOwn: boolean;
  attachments: {
    maxCount: number;
    maxBytes: number;
    contentTypes: readonly string[];
    /** Where only messages of some kinds take files; absent: all of them. */
    kinds?: readonly MessageKind[];
  } | null;
  textLimit: {
    /** `weighted`: links 23, emojis and East Asian signs 2 (`kernel/weighted-length`). */
    unit: 'characters' | 'graphemes' | 'bytes' | 'weighted';
    max: number;
    /** Where a kind has its own limit (a Messenger message beside a comment). */
    maxByKind?: Partial<Record<MessageKind, number>>;
  };
  /** Hours after the last inbound message within which these kinds may be answered. */
  replyWindow: {
    hours: number;
    kinds: readonly MessageKind[];
    /** Where the network lets a person (not a machine) answer longer: hours in all. */
    humanAgentHours?: number;
  } | null;
}

export interface SecretSpec {
  name: string;
  /** `generated`: made by Rapport and shown once; `entered`: given by the admin, never shown; `granted`: given by the network (OAuth, a session), never shown. */
  origin: 'generated' | 'entered' | 'granted';
  /** Generated values are this followed by 32 random bytes in base64. */
  prefix?: string;
  /** Generated in base64url: letters, digits, `-` and `_` only. */
  isUrlSafe?: boolean;
  isRequired: boolean;
}

export interface ConnectorManifest {
  network: Network;
  capabilities: Capabilities;
  /** Public settings an admin gives (page id, callback URL); strict zod object. */
  settings: z.ZodType<Record<string, unknown>>;
  secrets: readonly SecretSpec[];
  /** Whose namespace external author ids live in: the network's, or this one channel's. */
  identityRealm: 'network' | 'channel';
  /**
   * True where the sender should hear that a delivery makes no sense (an integrator mends it); else it is
   * acknowledged and put aside, because a network would retry it and then stop sending.
   */
  tellsSenderOfRefusal: boolean;
  /** The guided way an admin connects it, in order; words under `channels.connectors.<network>.steps.<name>`. Empty: one form with settings and secrets. */
  setup?: readonly SetupStep[];
  /** How often the network is asked at most, seconds; only where `ingest` has `poll`. */
  pollEverySeconds?: number;
  /** The network's documented limits for one token; sending waits its turn within them. */
  rateLimits?: readonly RateLimit[];
  /** What a call costs, where the network charges for each: shown to the admin before the channel is enabled. */
  costs?: readonly CallCost[];
}

export interface RateLimit {
  /** `send` is reserved before each sending, `read` before each asking. */
  scope: 'send' | 'read';
  count: number;
  perSeconds: number;
}

export interface CallCost {
  /** Words under `channels.costs.<what>`. */
  what:
    | 'post_read'
    | 'post_create'
    | 'post_create_with_link'
    | 'direct_read'
    | 'direct_create'
    | 'person_read'
    | 'reaction_create';
  amount: number;
  currency: 'USD' | 'EUR';
}

export interface InboundAuthor {
  externalId: string;
  /** Never empty. */
  name: string;
  /** True where the delivery names nobody (Messenger) and `name` is made from the id: it never replaces a better one. */
  isNamePlaceholder?: boolean;
  handle?: string;
  avatarUrl?: string;
  profileUrl?: string;
}

export interface InboundAttachment {
  /** Where it lies at its network; absent where it came with the message (`fileKey`) or could not be kept. */
  url?: string;
  /** Of one that came with the message itself: its `PolledFile.key`. */
  fileKey?: string;
  contentType: string;
  name: string;
  /** Bytes; 0 where the network does not say. */
  size: number;
}

export interface InboundConversation {
  externalId: string;
  subject?: string;
  url?: string;
  /** True where nobody addressed us: found by a search term or in a feed. It lands in *Listening*, muted until someone takes it up. */
  isOverheard?: boolean;
  /**
   * Messages of the same thread by external id, the nearest first: where none has begun under `externalId` but one of
   * these is known, its conversation is meant (mail, whose clients shorten what they refer to).
   */
  relatedExternalIds?: readonly string[];
}

/** A message as it stands at its network: the same shape for its creation and for each edit. */
export interface InboundMessage {
  type: 'created' | 'updated';
  externalId: string;
  conversation: InboundConversation;
  /** Absent where the network hides the author; then the message has no contact. With `isOwn` it is the brand's account. */
  author?: InboundAuthor;
  text: string;
  /** What it repeats of earlier messages, where that can be told apart; shown folded. */
  quotedText?: string;
  /** Where an answer goes, if not to the author's own id (a mail's Reply-To). */
  answerTo?: string;
  kind: Exclude<MessageKind, 'note'>;
  visibility: Exclude<Visibility, 'internal'>;
  /** Of an `updated` whose network does not repeat it: the time of the edit. A known earlier `sentAt` stays. */
  sentAt: Date;
  /** When this version was made at the network: the later one wins, whatever order they arrive in. */
  versionAt: Date;
  replyToExternalId?: string;
  language?: string;
  /** 1–5, reviews only. */
  rating?: number;
  attachments: readonly InboundAttachment[];
  /** True where the message is the brand's own (an echo of our reply, or written at the network itself). */
  isOwn: boolean;
  /** True where its network took a deletion back: only this brings a deleted message back. */
  isRestored?: boolean;
}

export interface InboundDeletion {
  type: 'deleted';
  externalId: string;
  conversationExternalId?: string;
  versionAt: Date;
}

/** What became of a message of ours after it was sent. An earlier state never replaces a later one; `failed` replaces `sent`. */
export interface InboundReceipt {
  type: 'receipt';
  externalId: string;
  state: 'delivered' | 'read' | 'failed';
  /** Of `failed`: its sentence under `ingest.delivery.<reason>`, and the network's own words. */
  reason?: string;
  detail?: string;
  versionAt: Date;
}

/** How far a public message has spread, as counted by its network at that time; what it does not count is absent. */
export interface InboundReach {
  type: 'reach';
  externalId: string;
  replies?: number;
  shares?: number;
  likes?: number;
  views?: number;
  versionAt: Date;
}

/** What writes a message or takes it away. */
export type InboundWriting = InboundMessage | InboundDeletion;
export type InboundEvent = InboundWriting | InboundReceipt | InboundReach;

/** A part of a delivery that became no message, beside others that did. */
export interface SkippedPart {
  /** Where it stands: `entry.0.changes.2`. */
  path: string;
  outcome: 'ignored' | 'refused';
  reason: string;
  fields?: readonly FieldError[];
}

/** Every payload ends as one of these; a parser never throws. `reason` is snake_case and has its sentence under `ingest.<reason>`. */
export type ParsedInbound =
  | { outcome: 'messages'; events: readonly InboundEvent[]; skipped?: readonly SkippedPart[] }
  | { outcome: 'ignored'; reason: string }
  | { outcome: 'refused'; reason: string; fields?: readonly FieldError[] };

export interface WebhookRequest {
  method: 'GET' | 'POST';
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
  /** The bytes as they arrived; signatures are checked on these. */
  body: Uint8Array;
}

export type SignatureVerdict =
  /** `externalId` names the delivery: the raw event is stored once by it. */
  { ok: true; externalId: string } | { ok: false; reason: string };

export interface OutboundMessage {
  /** The message's own id: the idempotency key at the network where it takes one. */
  id: string;
  text: string;
  visibility: Exclude<Visibility, 'internal'>;
  kind: MessageKind;
  /** `earlierExternalIds`: of the messages before this one, the oldest first, at most the last 20. */
  conversation: {
    externalId: string;
    subject?: string;
    url?: string;
    earlierExternalIds?: readonly string[];
  };
  replyToExternalId?: string;
  /** Of the message it answers, where one is answered. */
  parentVisibility?: Exclude<Visibility, 'internal'>;
  /** External id of the person written to, where the network addresses people (Messenger). */
  recipientExternalId?: string;
  /** When the person last wrote in this conversation: reply windows are counted from it. */
  lastInboundAt?: Date;
  author: { name: string };
  attachments: readonly OutboundAttachment[];
  template?: { name: string; language: string; parameters: readonly string[] };
}

export interface OutboundAttachment {
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** A signed address of ours that answers the file for 24 hours, for networks that fetch what they are sent. */
  url?: string;
  read(): Promise<Uint8Array>;
}

/** `reason` has its sentence under `ingest.delivery.<reason>`; `detail` is the network's own words, for admins. */
export type SendOutcome =
  | { outcome: 'sent'; externalId?: string; budgets?: readonly Budget[] }
  /** Worth another try; `retryAfter` in seconds where the network said so. With `budgets` saying that nothing is left, the channel's other replies wait as well. */
  | {
      outcome: 'retry';
      reason: string;
      retryAfter?: number;
      detail?: string;
      budgets?: readonly Budget[];
    }
  /** Never worth another try by itself. `needsReconnect`: the credentials were revoked. */
  | { outcome: 'failed'; reason: string; needsReconnect?: boolean; detail?: string };

export interface Connector {
  manifest: ConnectorManifest;
  /** The GET handshake some networks ask for: the body to answer, or null to refuse. A body that begins with `{` is answered as JSON. */
  answerHandshake?(request: WebhookRequest, channel: ChannelAccess): string | null;
  /** Of every network that pushes; a connector that only asks refuses with `no_webhook`. */
  verifySignature(request: WebhookRequest, channel: ChannelAccess, now: Date): SignatureVerdict;
  /**
   * @param body the raw bytes of one delivery, or of one `PolledEvent`; never throws
   * @param headers of the delivery, lower-case names, for networks that say there what happened; absent of what was polled
   */
  parseInbound(
    body: Uint8Array,
    channel: Pick<ChannelAccess, 'id' | 'settings'>,
    receivedAt: Date,
    headers?: WebhookRequest['headers'],
  ): ParsedInbound;
  /** For networks whose recorded form is not what `parseInbound` takes (a mail as a file): that form, made from it. */
  readRecorded?(bytes: Uint8Array): Promise<Uint8Array>;
  /** What is new since the cursor. Never throws for what the other side does. */
  poll?(request: PollRequest, channel: ChannelAccess, outbound: Outbound, now: Date): Promise<PollOutcome>;
  /** Holds a connection open and calls `wake` when asking is worth it; resolves when it ends, for whatever reason. */
  listen?(channel: ChannelAccess, outbound: Outbound, wake: () => void, signal: AbortSignal): Promise<void>;
  /**
   * For deliveries that carry ids only: what they mean, fetched; the answer takes the delivery's place before it is
   * parsed. Files it names only by id are fetched with it. The same bytes come back, at no cost, where nothing is missing.
   */
  resolveInbound?(
    body: Uint8Array,
    channel: ChannelAccess,
    outbound: Outbound,
    now: Date,
  ): Promise<{ outcome: 'resolved'; body: Uint8Array; files?: readonly PolledFile[] } | Refusal>;
  send(message: OutboundMessage, channel: ChannelAccess, outbound: Outbound, now: Date): Promise<SendOutcome>;
  /** Likes a message of somebody else, or takes it back. */
  react?(
    reaction: { externalId: string; isOn: boolean },
    channel: ChannelAccess,
    outbound: Outbound,
    now: Date,
  ): Promise<SendOutcome>;
  /** Do these settings and secrets work, and whose account is it? Asked when connecting and by the health check. */
  check?(channel: ChannelAccess, outbound: Outbound, now: Date): Promise<CheckOutcome>;
  /** New access from the refresh secret; called by one process at a time, before `refreshAt`. */
  refreshCredentials?(channel: ChannelAccess, outbound: Outbound, now: Date): Promise<RefreshOutcome>;
  /** OAuth, where the network has it. */
  authorize?: AuthorizeContract;
}
