import type { DomainEvent } from '@/platform/events/event';

export function channelChanged(channelId: string): DomainEvent {
  return { type: 'channel.changed', payload: { channelId } };
}

/** The channel promises an answer in another time than before. */
export function expectationChanged(channelId: string): DomainEvent {
  return { type: 'channel.expectation_changed', payload: { channelId } };
}

/** The channel works again after it was paused or refused: what waited for it may go. */
export function channelResumed(channelId: string): DomainEvent {
  return { type: 'channel.resumed', payload: { channelId } };
}
