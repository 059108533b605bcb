import type { DomainEvent } from '@/platform/events/event';

export function queryChanged(queryId: string): DomainEvent {
  return { type: 'listening.query_changed', payload: { queryId } };
}

export function ruleChanged(silenceRuleId: string): DomainEvent {
  return { type: 'listening.rule_changed', payload: { silenceRuleId } };
}

/** A story began to spread, goes on, is over, or was no story. */
export function spreadChanged(alertId: string): DomainEvent {
  return { type: 'listening.spread_changed', payload: { alertId } };
}
