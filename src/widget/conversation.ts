import type { VisitorMessage } from '@/kernel/visitor-chat';

export interface PendingMessage {
  id: string;
  text: string;
  at: string;
  state: 'sending' | 'sent' | 'failed';
}

export interface ShownMessage extends VisitorMessage {
  /** Of what was written here and is not in the conversation yet. */
  state: PendingMessage['state'] | null;
}

/** What is still to arrive once the server has told how the conversation stands. */
export function stillPending(
  known: readonly VisitorMessage[],
  pending: readonly PendingMessage[],
): readonly PendingMessage[] {
  const ids = new Set(known.map(({ id }) => id));
  return pending.filter(({ id }) => !ids.has(id));
}

/** The conversation with what was written here at its end. */
export function shownMessages(
  known: readonly VisitorMessage[],
  pending: readonly PendingMessage[],
): ShownMessage[] {
  return [
    ...known.map((message) => ({ ...message, state: null })),
    ...stillPending(known, pending).map(({ id, text, at, state }) => ({
      id,
      text,
      state,
      from: 'visitor' as const,
      author: null,
      sentAt: at,
      isEdited: false,
      isDeleted: false,
    })),
  ];
}

/** Answers newer than the last one seen. */
export function countUnread(known: readonly VisitorMessage[], readAt: string | undefined): number {
  return known.filter(
    ({ from, sentAt, isDeleted }) => from === 'team' && !isDeleted && sentAt > (readAt ?? ''),
  ).length;
}

/** The time of the newest answer. */
export function newestAnswer(known: readonly VisitorMessage[]): string | undefined {
  return known.findLast(({ from }) => from === 'team')?.sentAt;
}
