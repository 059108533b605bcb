import type { MessageKind, Visibility } from '@/kernel/vocabulary';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from './contract/access';
import type { Budget, PolledFile, PollOutcome, PollRequest } from './contract/asking';
import type { AuthorizeContract, CheckOutcome, RefreshOutcome } from './contract/connecting';
import type { ParsedInbound } from './contract/inbound';
import type { ConnectorManifest } from './contract/manifest';
import type { WidgetContract } from './contract/widget';

export type * from './contract/access';
export type * from './contract/inbound';
export type * from './contract/manifest';

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
  /** The brand's own pages, where `ingest` has `widget`. */
  widget?: WidgetContract;
}
