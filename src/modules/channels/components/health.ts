import type { ChipTone } from '@/ui/chip';
import type { ChannelSummary } from '../contract';
import type { HealthState } from '../contract/health';

export type ShownHealth = HealthState | 'waiting' | 'connecting';

/** What an admin should think of a channel at a glance; its words are under `channels.health`. */
export function healthOf({ state, health, lastEventAt }: ChannelSummary): ShownHealth {
  if (state === 'connecting') return 'connecting';
  return health.state === 'healthy' && lastEventAt === null ? 'waiting' : health.state;
}

export const healthTones: Record<ShownHealth, ChipTone> = {
  healthy: 'good',
  waiting: 'plain',
  connecting: 'plain',
  degraded: 'warn',
  needs_reconnect: 'bad',
  paused: 'plain',
};
