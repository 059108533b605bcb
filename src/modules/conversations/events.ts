import type { DomainEvent } from '@/platform/events/event';

/** What stands in the list may have changed: status, assignee, tags, preview, order. */
export function conversationChanged(conversationId: string): DomainEvent {
  return { type: 'conversation.changed', payload: { conversationId } };
}

/** A message arrived or was written; `assigneeId` says whose title bar should count it. */
export function messageCreated(payload: {
  conversationId: string;
  messageId: string;
  assigneeId: string | null;
}): DomainEvent {
  return { type: 'message.created', payload };
}

/** All of a batch at once, for who looks at messages by the hundred. */
export function messagesArrived(messageIds: readonly string[]): DomainEvent {
  return { type: 'messages.arrived', payload: { messageIds } };
}

/** A message was edited, deleted, sent, or could not be sent. */
export function messageChanged(payload: { conversationId: string; messageId: string }): DomainEvent {
  return { type: 'message.changed', payload };
}

/** A person said how a message sounds; models may learn from it. */
export function sentimentCorrected(payload: { conversationId: string; messageId: string }): DomainEvent {
  return { type: 'message.sentiment_corrected', payload };
}

/** Many at once, by a bulk change or its undo. */
export function conversationsChanged(conversationIds: readonly string[]): DomainEvent {
  return { type: 'conversations.changed', payload: { conversationIds } };
}

/** What a member has read; only their own screens care. */
export function conversationRead(conversationId: string, memberId: string): DomainEvent {
  return { type: 'conversation.read', payload: { conversationId, memberId } };
}

export function bulkProgressed(payload: {
  bulkChangeId: string;
  state: string;
  total: number;
  done: number;
  refused: number;
}): DomainEvent {
  return { type: 'bulk.progressed', payload };
}

export function viewChanged(viewId: string): DomainEvent {
  return { type: 'view.changed', payload: { viewId } };
}

export function savedReplyChanged(savedReplyId: string): DomainEvent {
  return { type: 'saved_reply.changed', payload: { savedReplyId } };
}
