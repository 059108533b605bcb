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

/** What a channel promises where it differs from its one expectation. */
export interface Promises {
  publicMinutes?: number;
  privateMinutes?: number;
  /** By language without region. */
  byLanguage?: Readonly<Record<string, number>>;
  /** Minutes of business time (unless said otherwise), or of the clock on the wall. */
  clock?: 'business' | 'always';
}

export interface Wait extends Omit<Attention, 'dueAt'> {
  /** The channel's promise, minutes. */
  expectationMinutes: number;
  expectations: Promises;
  language: string | null;
}

/** What was promised for such a conversation: its language goes before public or private, both before the channel's own. */
export function promisedMinutes({ expectationMinutes, expectations, language, isPublic }: Wait): number {
  const { byLanguage, publicMinutes, privateMinutes } = expectations;
  const spoken = language?.split('-')[0]?.toLowerCase();
  const forLanguage = spoken ? byLanguage?.[spoken] : undefined;
  return forLanguage ?? (isPublic ? publicMinutes : privateMinutes) ?? expectationMinutes;
}

/** When an answer is due and when somebody should have looked, for a conversation that waits. */
export function deadlinesOf(wait: Wait, times: OpeningTimes): { dueAt: Date; attentionAt: Date } {
  const minutes = promisedMinutes(wait);
  const dueAt =
    wait.expectations.clock === 'always'
      ? new Date(wait.waitingSince.getTime() + minutes * 60_000)
      : addBusinessMinutes(wait.waitingSince, minutes, times);
  return { dueAt, attentionAt: attentionAt({ ...wait, dueAt }) };
}
