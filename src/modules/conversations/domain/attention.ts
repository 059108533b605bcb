import { addBusinessMinutes, type OpeningTimes } from '@/kernel/business-hours';

/** How public and who: each pulls the moment of attention forward, together at most this share of the wait. */
const PUBLIC_BOOST = 0.25;
const PERSON_BOOST = 0.5;
const BOOST_CAP = 0.7;

export interface Attention {
  waitingSince: Date;
  /** When the channel's expectation ends. */
  dueAt: Date;
  isPublic: boolean;
  /** 0 ordinary … 100. */
  personWeight: number;
}

/**
 * Share (0–1) of the promised time that is taken away: a quarter where everybody can read along, up to a half for
 * who the person is, never more than 70 % together, so that nobody overtakes those who wait much longer.
 */
export function attentionBoost({
  isPublic,
  personWeight,
}: Pick<Attention, 'isPublic' | 'personWeight'>): number {
  const weight = Math.min(100, Math.max(0, personWeight)) / 100;
  return Math.min(BOOST_CAP, (isPublic ? PUBLIC_BOOST : 0) + PERSON_BOOST * weight);
}

/**
 * The attention order's own time, earliest first: `dueAt − (dueAt − waitingSince) × boost`. It asks "when should
 * somebody have looked at this?": without boost at the end of the channel's expectation, with boost sooner.
 * It depends on nothing that passes by itself, so two conversations never change places while nothing happens,
 * and the order can be an index.
 */
export function attentionAt(attention: Attention): Date {
  const waiting = attention.waitingSince.getTime();
  const due = Math.max(waiting, attention.dueAt.getTime());
  return new Date(Math.round(due - (due - waiting) * attentionBoost(attention)));
}

export interface Wait extends Omit<Attention, 'dueAt'> {
  /** The channel's promise, minutes of the workspace's business time. */
  expectationMinutes: number;
}

/** When an answer is due and when somebody should have looked, for a conversation that waits. */
export function deadlinesOf(wait: Wait, times: OpeningTimes): { dueAt: Date; attentionAt: Date } {
  const dueAt = addBusinessMinutes(wait.waitingSince, wait.expectationMinutes, times);
  return { dueAt, attentionAt: attentionAt({ ...wait, dueAt }) };
}
