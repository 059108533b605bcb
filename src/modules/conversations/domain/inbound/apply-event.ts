import type { InboundDeletion, InboundMessage, InboundWriting } from '@/connectors/contract';
import { isHeardOnly } from '../conversation';
import type { Effects, Ledger, LedgerConversation, LedgerMessage } from './ledger';
import { previewOf } from './ledger';
import { type LanguageOf, tellLanguage } from './message-language';

/** What the rules need from outside: ids, and the contact behind an author. */
export interface ApplyTools {
  newId(): string;
  contactOf(authorExternalId: string): string | null;
  /** Where a file lies that came with the message. */
  storageKeyOf(fileKey: string): string;
  /** The team a new conversation starts with: its channel's. */
  teamId: string | null;
  languageOf: LanguageOf;
}

/** An echo of our own reply arrives within this of its sending, before or after the network's answer. */
const ECHO_WINDOW_MS = 10 * 60_000;

/**
 * Applies one event to the ledger. The later version wins whatever order they arrive in; the same event again
 * changes nothing; a deletion that comes first keeps its message from appearing.
 */
export function applyEvent(ledger: Ledger, effects: Effects, event: InboundWriting, tools: ApplyTools): void {
  if (event.type === 'deleted') {
    applyDeletion(ledger, effects, event);
    return;
  }
  const known = ledger.messages.get(event.externalId);
  const echoed = !known && event.isOwn ? findEchoed(ledger, event) : undefined;
  if (known) applyVersion(ledger, effects, known, event, tools);
  else if (echoed) nameEchoed(ledger, effects, echoed, event);
  else addMessage(ledger, effects, event, tools);
}

function applyDeletion(ledger: Ledger, effects: Effects, event: InboundDeletion): void {
  const message = ledger.messages.get(event.externalId);
  if (!message) {
    const earlier = ledger.tombstones.get(event.externalId);
    if (earlier && earlier >= event.versionAt) return;
    ledger.tombstones.set(event.externalId, event.versionAt);
    effects.tombstones.push({ externalId: event.externalId, versionAt: event.versionAt });
    return;
  }
  if (message.deletedAt || event.versionAt < message.versionAt) return;
  message.text = '';
  message.deletedAt = event.versionAt;
  message.versionAt = event.versionAt;
  touchMessage(effects, message);
  const conversation = conversationOf(ledger, message);
  if (!conversation || message.sentAt < conversation.lastMessageAt) return;
  conversation.preview = '';
  touchConversation(effects, conversation);
}

function applyVersion(
  ledger: Ledger,
  effects: Effects,
  message: LedgerMessage,
  event: InboundMessage,
  tools: ApplyTools,
): void {
  if (event.versionAt <= message.versionAt) return;
  if (message.deletedAt && !event.isRestored) return;
  const { text } = event;
  const conversation = conversationOf(ledger, message);
  const languageBefore = message.language;
  if (message.deletedAt) {
    message.deletedAt = null;
    message.text = text;
  } else if (text !== message.text) {
    effects.versions.push({ messageId: message.id, text: message.text, versionAt: message.versionAt });
    message.text = text;
    message.editedAt = event.versionAt;
    if (conversation)
      message.language = tellLanguage(conversation, event, message.contactId, tools.languageOf);
  }
  message.versionAt = event.versionAt;
  message.rating = event.rating ?? message.rating;
  addAttachments(effects, message, event, tools);
  touchMessage(effects, message);
  if (conversation && message.language !== languageBefore) touchConversation(effects, conversation);
  if (!conversation || message.sentAt < conversation.lastMessageAt) return;
  conversation.preview = previewOf(text, namesOf(event));
  touchConversation(effects, conversation);
}

/** A reply of ours that the network echoes before it has told us its id. */
function findEchoed(ledger: Ledger, event: InboundMessage): LedgerMessage | undefined {
  const conversation = ledger.conversations.get(event.conversation.externalId);
  return ledger.unnamed.find(
    (message) =>
      message.conversationId === conversation?.id &&
      message.text.trim() === event.text.trim() &&
      Math.abs(message.sentAt.getTime() - event.sentAt.getTime()) < ECHO_WINDOW_MS,
  );
}

function nameEchoed(ledger: Ledger, effects: Effects, message: LedgerMessage, event: InboundMessage): void {
  message.externalId = event.externalId;
  ledger.messages.set(event.externalId, message);
  ledger.unnamed = ledger.unnamed.filter((other) => other !== message);
  touchMessage(effects, message);
}

function addMessage(ledger: Ledger, effects: Effects, event: InboundMessage, tools: ApplyTools): void {
  const tombstone = ledger.tombstones.get(event.externalId);
  if (tombstone && tombstone >= event.versionAt) return;
  const contactId = !event.isOwn && event.author ? tools.contactOf(event.author.externalId) : null;
  const conversation = conversationFor(ledger, effects, event, contactId, tools);
  const language = tellLanguage(conversation, event, contactId, tools.languageOf);
  const message: LedgerMessage = {
    id: tools.newId(),
    externalId: event.externalId,
    conversationId: conversation.id,
    contactId,
    memberId: null,
    kind: event.kind,
    direction: event.isOwn ? 'outbound' : 'inbound',
    visibility: event.visibility,
    text: event.text,
    quotedText: event.quotedText ?? null,
    answerTo: event.answerTo ?? null,
    language,
    rating: event.rating ?? null,
    replyToExternalId: event.replyToExternalId ?? null,
    sentAt: event.sentAt,
    versionAt: event.versionAt,
    editedAt: event.type === 'updated' && event.versionAt > event.sentAt ? event.versionAt : null,
    deletedAt: null,
    attachmentNames: [],
  };
  ledger.messages.set(event.externalId, message);
  effects.newMessages.add(message);
  addAttachments(effects, message, event, tools);
  bringForward(effects, conversation, message, event);
}

function conversationFor(
  ledger: Ledger,
  effects: Effects,
  event: InboundMessage,
  contactId: string | null,
  tools: ApplyTools,
): LedgerConversation {
  const { externalId, subject, url, isOverheard } = event.conversation;
  const known = ledger.conversations.get(externalId) ?? conversationOfThread(ledger, event);
  if (known) {
    known.contactId ??= contactId;
    known.subject ??= subject ?? null;
    known.url ??= url ?? null;
    return known;
  }
  const conversation: LedgerConversation = {
    id: tools.newId(),
    externalId,
    contactId,
    kind: isOverheard && !event.isOwn ? 'mention' : event.kind,
    visibility: event.visibility,
    subject: subject ?? null,
    url: url ?? null,
    language: null,
    // What the brand wrote first waits for nobody.
    status: event.isOwn ? 'resolved' : isOverheard ? 'overheard' : 'open',
    assigneeId: null,
    teamId: tools.teamId,
    snoozedUntil: null,
    waitingSince: null,
    dueAt: null,
    attentionAt: null,
    lastMessageAt: event.sentAt,
    lastInboundAt: null,
    firstResponseAt: null,
    resolvedAt: event.isOwn ? event.sentAt : null,
    preview: '',
    previewDirection: 'inbound',
    messageCount: 0,
  };
  ledger.conversations.set(externalId, conversation);
  effects.newConversations.add(conversation);
  return conversation;
}

/** Where the conversation began under another name: the one that holds a message this one refers to. */
function conversationOfThread(
  ledger: Ledger,
  { conversation }: InboundMessage,
): LedgerConversation | undefined {
  for (const externalId of conversation.relatedExternalIds ?? []) {
    const message = ledger.messages.get(externalId);
    const found = message && conversationOf(ledger, message);
    if (found) return found;
  }
  return undefined;
}

/** What a new message means for its conversation: whose turn it is, and what the list shows. */
function bringForward(
  effects: Effects,
  conversation: LedgerConversation,
  message: LedgerMessage,
  event: InboundMessage,
): void {
  const isNewest = conversation.messageCount === 0 || message.sentAt >= conversation.lastMessageAt;
  conversation.messageCount += 1;
  if (isNewest) {
    conversation.lastMessageAt = message.sentAt;
    conversation.preview = previewOf(message.text, namesOf(event));
    conversation.previewDirection = message.direction;
  }
  if (message.direction === 'inbound') receive(effects, conversation, event, isNewest);
  else answer(conversation, message.sentAt, isNewest);
  touchConversation(effects, conversation);
}

function receive(
  effects: Effects,
  conversation: LedgerConversation,
  { sentAt, conversation: { isOverheard } }: InboundMessage,
  isNewest: boolean,
): void {
  if (!conversation.lastInboundAt || sentAt > conversation.lastInboundAt) conversation.lastInboundAt = sentAt;
  // Nobody waits for us in what we only overhear, until somebody there turns to us.
  if (isOverheard && isHeardOnly(conversation.status)) return;
  // A latecomer from before our answer (a backfill) asks for nothing any more.
  if (!isNewest && conversation.previewDirection === 'outbound') return;
  if (!conversation.waitingSince || sentAt < conversation.waitingSince) conversation.waitingSince = sentAt;
  if (conversation.status === 'open') return;
  effects.reopened.push({ conversation, from: conversation.status });
  conversation.status = 'open';
  conversation.snoozedUntil = null;
  conversation.resolvedAt = null;
}

function answer(conversation: LedgerConversation, sentAt: Date, isNewest: boolean): void {
  if (conversation.lastInboundAt) conversation.firstResponseAt ??= sentAt;
  if (isNewest) conversation.waitingSince = null;
}

/** An edit repeats what was there, under addresses signed anew: only names not seen yet are added. */
function addAttachments(
  effects: Effects,
  message: LedgerMessage,
  event: InboundMessage,
  tools: ApplyTools,
): void {
  const isKnown = new Set(message.attachmentNames);
  for (const { name, contentType, size, url = null, fileKey } of event.attachments) {
    if (isKnown.has(name)) continue;
    const storageKey = fileKey === undefined ? null : tools.storageKeyOf(fileKey);
    const id = tools.newId();
    effects.attachments.push({ id, messageId: message.id, name, contentType, size, url, storageKey });
    message.attachmentNames.push(name);
  }
}

function namesOf(event: InboundMessage): string[] {
  return event.attachments.map(({ name }) => name);
}

function conversationOf(ledger: Ledger, message: LedgerMessage): LedgerConversation | undefined {
  for (const conversation of ledger.conversations.values()) {
    if (conversation.id === message.conversationId) return conversation;
  }
  return undefined;
}

function touchConversation(effects: Effects, conversation: LedgerConversation): void {
  if (!effects.newConversations.has(conversation)) effects.changedConversations.add(conversation);
}

function touchMessage(effects: Effects, message: LedgerMessage): void {
  if (!effects.newMessages.has(message)) effects.changedMessages.add(message);
}
