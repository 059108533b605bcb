import type { ConversationStatus, MessageKind, Visibility } from '@/kernel/vocabulary';

/** A conversation while a batch of inbound events is applied to it. */
export interface LedgerConversation {
  id: string;
  externalId: string;
  contactId: string | null;
  kind: Exclude<MessageKind, 'note'>;
  visibility: Exclude<Visibility, 'internal'>;
  subject: string | null;
  url: string | null;
  language: string | null;
  status: ConversationStatus;
  assigneeId: string | null;
  teamId: string | null;
  snoozedUntil: Date | null;
  waitingSince: Date | null;
  dueAt: Date | null;
  attentionAt: Date | null;
  lastMessageAt: Date;
  lastInboundAt: Date | null;
  firstResponseAt: Date | null;
  resolvedAt: Date | null;
  preview: string;
  previewDirection: 'inbound' | 'outbound';
  messageCount: number;
}

export interface LedgerMessage {
  id: string;
  externalId: string | null;
  conversationId: string;
  contactId: string | null;
  memberId: string | null;
  kind: MessageKind;
  direction: 'inbound' | 'outbound';
  visibility: Visibility;
  text: string;
  quotedText: string | null;
  answerTo: string | null;
  language: string | null;
  rating: number | null;
  replyToExternalId: string | null;
  sentAt: Date;
  versionAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  attachmentNames: string[];
}

export interface LedgerAttachment {
  id: string;
  messageId: string;
  name: string;
  contentType: string;
  size: number;
  url: string | null;
  storageKey: string | null;
}

/** What was loaded of everything the batch may touch. */
export interface Ledger {
  conversations: Map<string, LedgerConversation>;
  messages: Map<string, LedgerMessage>;
  /** Outbound messages of these conversations whose external id the network has not told us yet. */
  unnamed: LedgerMessage[];
  /** Deletions that came before their message: version times by the message's external id. */
  tombstones: Map<string, Date>;
}

/** What the batch changed; each list is one statement. */
export interface Effects {
  newConversations: Set<LedgerConversation>;
  changedConversations: Set<LedgerConversation>;
  newMessages: Set<LedgerMessage>;
  changedMessages: Set<LedgerMessage>;
  versions: { messageId: string; text: string; versionAt: Date }[];
  attachments: LedgerAttachment[];
  tombstones: { externalId: string; versionAt: Date }[];
  /** Conversations an inbound message brought back. */
  reopened: { conversation: LedgerConversation; from: ConversationStatus }[];
}

export function emptyEffects(): Effects {
  return {
    newConversations: new Set(),
    changedConversations: new Set(),
    newMessages: new Set(),
    changedMessages: new Set(),
    versions: [],
    attachments: [],
    tombstones: [],
    reopened: [],
  };
}

const PREVIEW_LENGTH = 200;

/** The newest message in one line; the names of files where there is no text. */
export function previewOf(text: string, attachmentNames: readonly string[] = []): string {
  const line = text.replace(/\s+/g, ' ').trim() || attachmentNames.map((name) => `📎 ${name}`).join(' ');
  const cut = [...line].slice(0, PREVIEW_LENGTH).join('');
  return cut.length < line.length ? `${cut.trimEnd()}…` : cut;
}
