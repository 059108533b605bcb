import type { z } from 'zod';
import type { FieldError } from '@/kernel/errors';
import type { MessageKind, Network, Visibility } from '@/kernel/vocabulary';
import type { OutboundHttp } from '@/platform/http/outbound';

/** What a network can do; the interface offers exactly this and never asks for a network's name. */
export interface Capabilities {
  ingest: readonly ('webhook' | 'poll' | 'stream')[];
  reply: boolean;
  privateReply: boolean;
  startConversation: boolean;
  reactions: boolean;
  editOwn: boolean;
  deleteOwn: boolean;
  attachments: { maxCount: number; maxBytes: number; contentTypes: readonly string[] } | null;
  textLimit: {
    unit: 'characters' | 'graphemes' | 'bytes';
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
  /** `generated`: made by Rapport and shown once; `entered`: given by the admin, never shown. */
  origin: 'generated' | 'entered';
  /** Generated values are this followed by 32 random bytes in base64. */
  prefix?: string;
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
  url: string;
  contentType: string;
  name: string;
  /** Bytes; 0 where the network does not say. */
  size: number;
}

export interface InboundConversation {
  externalId: string;
  subject?: string;
  url?: string;
}

/** A message as it stands at its network: the same shape for its creation and for each edit. */
export interface InboundMessage {
  type: 'created' | 'updated';
  externalId: string;
  conversation: InboundConversation;
  /** Absent where the network hides the author; then the message has no contact. With `isOwn` it is the brand's account. */
  author?: InboundAuthor;
  text: string;
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
}

export interface InboundDeletion {
  type: 'deleted';
  externalId: string;
  conversationExternalId?: string;
  versionAt: Date;
}

export type InboundEvent = InboundMessage | InboundDeletion;

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

/** Opened secrets by name, the newest first; several values where a rotation keeps two alive. */
export type ChannelSecrets = Readonly<Record<string, readonly string[] | undefined>>;

export interface ChannelAccess {
  id: string;
  settings: Readonly<Record<string, unknown>>;
  secrets: ChannelSecrets;
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
  conversation: { externalId: string };
  replyToExternalId?: string;
  /** External id of the person written to, where the network addresses people (Messenger). */
  recipientExternalId?: string;
  /** When the person last wrote in this conversation: reply windows are counted from it. */
  lastInboundAt?: Date;
  author: { name: string };
  attachments: readonly { url: string; contentType: string; name: string; size: number }[];
}

/** `reason` has its sentence under `ingest.delivery.<reason>`; `detail` is the network's own words, for admins. */
export type SendOutcome =
  | { outcome: 'sent'; externalId?: string }
  /** Worth another try; `retryAfter` in seconds where the network said so. */
  | { outcome: 'retry'; reason: string; retryAfter?: number; detail?: string }
  /** Never worth another try by itself. `needsReconnect`: the credentials were revoked. */
  | { outcome: 'failed'; reason: string; needsReconnect?: boolean; detail?: string };

export interface Connector {
  manifest: ConnectorManifest;
  /** The GET handshake some networks ask for: the body to answer, or null to refuse. */
  answerHandshake?(request: WebhookRequest, channel: ChannelAccess): string | null;
  verifySignature(request: WebhookRequest, channel: ChannelAccess, now: Date): SignatureVerdict;
  /** @param body the raw bytes of one delivery; never throws */
  parseInbound(
    body: Uint8Array,
    channel: Pick<ChannelAccess, 'id' | 'settings'>,
    receivedAt: Date,
  ): ParsedInbound;
  send(message: OutboundMessage, channel: ChannelAccess, http: OutboundHttp, now: Date): Promise<SendOutcome>;
}
