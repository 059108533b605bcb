import { describe, expect, it } from 'vitest';
import { type ConversationState, changeState, type Transition } from './conversation';

const now = new Date('2026-11-22T10:00:00Z');
const past = new Date('2026-11-22T10:00:00Z');
const future = new Date('2026-11-23T08:00:00Z');
const farAway = new Date('2029-01-01T00:00:00Z');

const open: ConversationState = { status: 'open', snoozedUntil: null };
const pending: ConversationState = { status: 'pending', snoozedUntil: null };
const resolved: ConversationState = { status: 'resolved', snoozedUntil: null };
const snoozed: ConversationState = { status: 'snoozed', snoozedUntil: future };
const due: ConversationState = { status: 'snoozed', snoozedUntil: past };

const overheard: ConversationState = { status: 'overheard', snoozedUntil: null };
const silenced: ConversationState = { status: 'silenced', snoozedUntil: null };

const table: [ConversationState, Transition, ConversationState | string][] = [
  [open, { type: 'resolve' }, resolved],
  [pending, { type: 'resolve' }, resolved],
  [snoozed, { type: 'resolve' }, resolved],
  [resolved, { type: 'resolve' }, 'already_resolved'],
  [resolved, { type: 'reopen' }, open],
  [snoozed, { type: 'reopen' }, open],
  [open, { type: 'reopen' }, 'already_open'],
  [open, { type: 'set_pending' }, pending],
  [pending, { type: 'set_pending' }, 'already_pending'],
  [open, { type: 'snooze', until: future }, snoozed],
  [resolved, { type: 'snooze', until: future }, snoozed],
  [open, { type: 'snooze', until: past }, 'snooze_in_past'],
  [open, { type: 'snooze', until: farAway }, 'snooze_too_far'],
  [snoozed, { type: 'snooze', until: future }, 'already_snoozed'],
  [due, { type: 'snooze', until: future }, snoozed],
  [due, { type: 'wake' }, open],
  [snoozed, { type: 'wake' }, 'not_due'],
  [open, { type: 'wake' }, 'not_due'],
  [resolved, { type: 'receive' }, open],
  [pending, { type: 'receive' }, open],
  [snoozed, { type: 'receive' }, open],
  [overheard, { type: 'take_up' }, open],
  [silenced, { type: 'take_up' }, open],
  [overheard, { type: 'reopen' }, open],
  [overheard, { type: 'silence' }, silenced],
  [silenced, { type: 'silence' }, 'not_overheard'],
  [silenced, { type: 'unsilence' }, overheard],
  [overheard, { type: 'unsilence' }, 'not_overheard'],
  [overheard, { type: 'receive' }, open],
  [overheard, { type: 'resolve' }, 'not_taken_up'],
  [overheard, { type: 'snooze', until: future }, 'not_taken_up'],
  [open, { type: 'take_up' }, 'not_overheard'],
  [resolved, { type: 'silence' }, 'not_overheard'],
];

describe('a conversation', () => {
  it.each(table)('%j on %j becomes %j', (state, transition, expected) => {
    const result = changeState(state, transition, now);
    expect(result.ok ? result.value : result.refusal).toEqual(expected);
  });
});
