import { ok, type Result, refuse } from '@/kernel/result';
import type { ConversationStatus } from '@/kernel/vocabulary';

/** What the state machine knows of a conversation; `snoozedUntil` is set exactly while it is snoozed. */
export interface ConversationState {
  status: ConversationStatus;
  snoozedUntil: Date | null;
}

export type Transition =
  | { type: 'resolve' }
  | { type: 'reopen' }
  | { type: 'set_pending' }
  | { type: 'snooze'; until: Date }
  /** The snooze's time has come. */
  | { type: 'wake' }
  /** The person wrote again: whatever it was, it is open now. */
  | { type: 'receive' }
  /** Of what was overheard: somebody makes it ours. */
  | { type: 'take_up' }
  /** Not for us. */
  | { type: 'silence' }
  | { type: 'unsilence' };

export type TransitionRefusal =
  | 'already_resolved'
  | 'already_open'
  | 'already_pending'
  | 'already_snoozed'
  | 'snooze_in_past'
  | 'snooze_too_far'
  | 'not_due'
  | 'not_overheard'
  | 'not_taken_up';

const LONGEST_SNOOZE_MS = 2 * 366 * 86_400_000;

/** The state after a transition, or why there is none. */
export function changeState(
  state: ConversationState,
  transition: Transition,
  now: Date,
): Result<ConversationState, TransitionRefusal> {
  if (isHeardOnly(state.status)) return changeHeard(state, transition);
  switch (transition.type) {
    case 'take_up':
    case 'silence':
    case 'unsilence':
      return refuse('not_overheard');
    case 'resolve':
      return enter(state, 'resolved', 'already_resolved');
    case 'reopen':
      return enter(state, 'open', 'already_open');
    case 'set_pending':
      return enter(state, 'pending', 'already_pending');
    case 'snooze':
      return snooze(state, transition.until, now);
    case 'wake':
      return state.status === 'snoozed' && state.snoozedUntil !== null && state.snoozedUntil <= now
        ? ok({ status: 'open', snoozedUntil: null })
        : refuse('not_due');
    case 'receive':
      return ok({ status: 'open', snoozedUntil: null });
  }
}

/** True for what stands in *Listening*: muted, and in no list of ours. */
export function isHeardOnly(status: ConversationStatus): boolean {
  return status === 'overheard' || status === 'silenced';
}

/** Only a person who takes it up, or an author who turns to us, makes it a conversation like others. */
function changeHeard(
  state: ConversationState,
  transition: Transition,
): Result<ConversationState, TransitionRefusal> {
  switch (transition.type) {
    case 'take_up':
    case 'receive':
    case 'reopen':
      return ok({ status: 'open', snoozedUntil: null });
    case 'silence':
      return state.status === 'overheard'
        ? ok({ status: 'silenced', snoozedUntil: null })
        : refuse('not_overheard');
    case 'unsilence':
      return state.status === 'silenced'
        ? ok({ status: 'overheard', snoozedUntil: null })
        : refuse('not_overheard');
    default:
      return refuse('not_taken_up');
  }
}

function enter<Refusal>(
  state: ConversationState,
  status: Exclude<ConversationStatus, 'snoozed'>,
  refusal: Refusal,
): Result<ConversationState, Refusal> {
  return state.status === status ? refuse(refusal) : ok({ status, snoozedUntil: null });
}

function snooze(
  state: ConversationState,
  until: Date,
  now: Date,
): Result<ConversationState, TransitionRefusal> {
  if (until <= now) return refuse('snooze_in_past');
  if (until.getTime() - now.getTime() > LONGEST_SNOOZE_MS) return refuse('snooze_too_far');
  if (state.status === 'snoozed' && state.snoozedUntil?.getTime() === until.getTime()) {
    return refuse('already_snoozed');
  }
  return ok({ status: 'snoozed', snoozedUntil: until });
}
