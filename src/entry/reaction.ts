import type { WorkspaceId } from '@/kernel/ids';
import type { TenantContext } from '@/platform/context/context';
import type { RecordedEvent } from '@/platform/events/event';
import type { Follower } from '@/platform/events/follow';
import { systemContext } from './system-context';

/** What a module does when another's fact becomes true; safe to run twice. */
export interface Reaction {
  to: RecordedEvent['type'];
  react(context: TenantContext<null>, event: RecordedEvent): Promise<void>;
}

/** One follower for all modules: each event is handed to those that react to it, in its own workspace. */
export function reactionsFollower(reactions: readonly Reaction[]): Follower {
  return {
    name: 'reactions',
    handle: async (event) => {
      const concerned = reactions.filter(({ to }) => to === event.type);
      if (concerned.length === 0) return;
      // The workspace was stamped in the transaction that recorded the event (tenancy lock 4).
      const context = await systemContext(event.workspaceId as WorkspaceId);
      for (const { react } of concerned) await react(context, event);
    },
  };
}
