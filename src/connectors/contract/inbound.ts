import type { FieldError } from '@/kernel/errors';
import type { MessageKind, Visibility } from '@/kernel/vocabulary';

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
