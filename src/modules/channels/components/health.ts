import type { ChipTone } from '@/ui/chip';
import type { ChannelSummary } from '../contract';

export type ChannelHealth = 'healthy' | 'waiting' | 'attention' | 'needs_reconnect' | 'paused';

/** What an admin should think of a channel at a glance; its words are under `channels.health`. */
export function healthOf({ state, parked, failed, lastEventAt }: ChannelSummary): ChannelHealth {
  if (state !== 'active') return state;
  if (parked > 0 || failed > 0) return 'attention';
  return lastEventAt === null ? 'waiting' : 'healthy';
}

export const healthTones: Record<ChannelHealth, ChipTone> = {
  healthy: 'good',
  waiting: 'plain',
  attention: 'warn',
  needs_reconnect: 'bad',
  paused: 'plain',
};
