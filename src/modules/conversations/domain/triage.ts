import { ok, type Result, refuse } from '@/kernel/result';
import type { ConversationStatus } from '@/kernel/vocabulary';
import { changeState, isHeardOnly, type TransitionRefusal } from './conversation';

/** What triage reads and writes of a conversation; instants in milliseconds, so that equal is equal. */
export interface TriageState {
  status: ConversationStatus;
  snoozedUntil: number | null;
  assigneeId: string | null;
  teamId: string | null;
  priority: number;
  visibility: string;
  waitingSince: number | null;
  dueAt: number | null;
  attentionAt: number | null;
  resolvedAt: number | null;
}

export interface TriageSubject {
  state: TriageState;
  tagIds: readonly string[];
}

/** The part of the contract's actions that changes a conversation itself (reading it does not). */
export type StateAction =
  | { type: 'assign'; assigneeId: string | null }
  | { type: 'set_team'; teamId: string | null }
  | { type: 'resolve' }
  | { type: 'reopen' }
  | { type: 'set_pending' }
  | { type: 'snooze'; until: string }
  | { type: 'set_priority'; priority: number }
  | { type: 'add_tags'; tagIds: readonly string[] }
  | { type: 'remove_tags'; tagIds: readonly string[] }
  | { type: 'move_to_private' }
  | { type: 'take_up' }
  | { type: 'silence' }
  | { type: 'unsilence' };

export interface TriageDecision {
  after: TriageState;
  tagsAdded: readonly string[];
  tagsRemoved: readonly string[];
  /** True where it is open after it was resolved or only overheard: who waits has to be found out. */
  isReopened: boolean;
}

export type TriageRefusal = TransitionRefusal | 'unchanged';

/** What an action makes of a conversation, or why it changes nothing. */
export function decideTriage(
  { state, tagIds }: TriageSubject,
  action: StateAction,
  now: Date,
): Result<TriageDecision, TriageRefusal> {
  switch (action.type) {
    case 'assign':
      return assign(state, action.assigneeId);
    case 'set_team':
      return changed(state, { teamId: action.teamId });
    case 'set_priority':
      return changed(state, { priority: action.priority });
    case 'move_to_private':
      return changed(state, { visibility: 'private' });
    case 'add_tags': {
      const tagsAdded = action.tagIds.filter((id) => !tagIds.includes(id));
      return tagsAdded.length === 0 ? refuse('unchanged') : ok({ ...kept(state), tagsAdded });
    }
    case 'remove_tags': {
      const tagsRemoved = action.tagIds.filter((id) => tagIds.includes(id));
      return tagsRemoved.length === 0 ? refuse('unchanged') : ok({ ...kept(state), tagsRemoved });
    }
    default:
      return changeStatus(state, action, now);
  }
}

type StatusAction = Exclude<
  StateAction,
  { type: 'assign' | 'set_team' | 'set_priority' | 'move_to_private' | 'add_tags' | 'remove_tags' }
>;

function changeStatus(
  state: TriageState,
  action: StatusAction,
  now: Date,
): Result<TriageDecision, TriageRefusal> {
  const transition = action.type === 'snooze' ? { ...action, until: new Date(action.until) } : action;
  const snoozedUntil = state.snoozedUntil === null ? null : new Date(state.snoozedUntil);
  const next = changeState({ status: state.status, snoozedUntil }, transition, now);
  if (!next.ok) return next;
  const { status } = next.value;
  const isResolved = status === 'resolved';
  const after: TriageState = {
    ...state,
    status,
    snoozedUntil: next.value.snoozedUntil?.getTime() ?? null,
    resolvedAt: isResolved ? now.getTime() : null,
    // Whoever resolves says that nobody waits any more.
    ...(isResolved && { waitingSince: null, dueAt: null, attentionAt: null }),
  };
  const wasCalm = state.status === 'resolved' || isHeardOnly(state.status);
  return ok({ ...kept(after), isReopened: wasCalm && !isResolved && !isHeardOnly(status) });
}

/** Who gives what was overheard to somebody has taken it up. */
function assign(state: TriageState, assigneeId: string | null): Result<TriageDecision, TriageRefusal> {
  if (assigneeId === null || !isHeardOnly(state.status)) return changed(state, { assigneeId });
  return ok({ ...kept({ ...state, assigneeId, status: 'open' }), isReopened: true });
}

/** Puts back what a change did, where all of it still stands as the change left it. */
export function decideUndo(
  { state, tagIds }: TriageSubject,
  change: {
    before: Partial<TriageState>;
    after: Partial<TriageState>;
    tagsAdded: string[];
    tagsRemoved: string[];
  },
): Result<TriageDecision, 'changed_since'> {
  const keys = Object.keys(change.after) as (keyof TriageState)[];
  if (keys.some((key) => state[key] !== change.after[key])) return refuse('changed_since');
  return ok({
    after: { ...state, ...change.before },
    tagsAdded: change.tagsRemoved.filter((id) => !tagIds.includes(id)),
    tagsRemoved: change.tagsAdded.filter((id) => tagIds.includes(id)),
    isReopened: false,
  });
}

/** The fields in which two states differ, each with its value in the first. */
export function differences(of: TriageState, from: TriageState): Partial<TriageState> {
  const keys = (Object.keys(of) as (keyof TriageState)[]).filter((key) => of[key] !== from[key]);
  return Object.fromEntries(keys.map((key) => [key, of[key]])) as Partial<TriageState>;
}

function changed(state: TriageState, change: Partial<TriageState>): Result<TriageDecision, 'unchanged'> {
  const after = { ...state, ...change };
  return Object.keys(differences(after, state)).length === 0 ? refuse('unchanged') : ok(kept(after));
}

function kept(after: TriageState): TriageDecision {
  return { after, tagsAdded: [], tagsRemoved: [], isReopened: false };
}
