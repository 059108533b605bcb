import type { ConversationSummary } from '../../contract';

export type UrgencyFact =
  | { kind: 'overdue'; isPublic: boolean; since: string }
  | { kind: 'due'; minutes: number; at: string };

/** Minutes before the expectation ends from which a row says so. */
const SOON_MINUTES = 60;

/**
 * Why a row asks for attention right now: the expectation has passed, or ends within the hour. Null for everything
 * that is not waiting for us: warm red-orange is rare.
 */
export function urgencyOf(
  one: Pick<ConversationSummary, 'waitingSince' | 'attention' | 'status'>,
  now: number,
): UrgencyFact | null {
  const { waitingSince, attention } = one;
  if (!waitingSince || !attention || one.status === 'resolved' || one.status === 'snoozed') return null;
  const minutes = (Date.parse(attention.dueAt) - now) / 60_000;
  if (minutes <= 0) return { kind: 'overdue', isPublic: attention.isPublic, since: waitingSince };
  return minutes <= SOON_MINUTES ? { kind: 'due', minutes: Math.ceil(minutes), at: attention.dueAt } : null;
}

/** The time a row shows: how long somebody waits for us, else when something last happened. */
export function rowTime(one: Pick<ConversationSummary, 'waitingSince' | 'lastMessageAt'>): {
  value: string;
  isWaiting: boolean;
} {
  return one.waitingSince
    ? { value: one.waitingSince, isWaiting: true }
    : { value: one.lastMessageAt, isWaiting: false };
}
