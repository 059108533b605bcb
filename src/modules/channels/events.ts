import type { DomainEvent } from '@/platform/events/event';

export function channelChanged(channelId: string): DomainEvent {
  return { type: 'channel.changed', payload: { channelId } };
}
