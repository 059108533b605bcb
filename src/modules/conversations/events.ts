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

/** A message was edited, deleted, sent, or could not be sent. */
export function messageChanged(payload: { conversationId: string; messageId: string }): DomainEvent {
  return { type: 'message.changed', payload };
}
