import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import type { RecordedEvent } from '@/platform/events/event';
import { enqueue } from '@/platform/jobs/job';
import { recalculateDeadlines } from './jobs';
import { releaseConversations } from './use-cases/release-conversations';
import { releaseDeliveries } from './use-cases/release-deliveries';

/** A member left: what was theirs is everybody's again. */
export const onMemberRemoved = {
  to: 'member.removed' as const,
  react: async (context: TenantContext<null>, { payload }: RecordedEvent): Promise<void> => {
    const memberId = String(payload.memberId);
    while (await runUnitOfWork(context, (work) => releaseConversations.run(work, { memberId })));
  },
};

/** A channel promises something else: what waits there is due at another time. */
export const onExpectationChanged = {
  to: 'channel.expectation_changed' as const,
  react: async ({ db }: TenantContext<null>, { payload }: RecordedEvent): Promise<void> => {
    const channelId = String(payload.channelId);
    await enqueue(db, recalculateDeadlines, { channelId }, { key: channelId, priority: 5 });
  },
};

/** Business time passes differently: whatever waits anywhere is due at another time. */
export const onBusinessTimeChanged = {
  to: 'workspace.business_time_changed' as const,
  react: async ({ db }: TenantContext<null>): Promise<void> => {
    await enqueue(db, recalculateDeadlines, {}, { key: 'all', priority: 5 });
  },
};

/** A channel is back: replies that waited for it go out. */
export const onChannelResumed = {
  to: 'channel.resumed' as const,
  react: async (context: TenantContext<null>, { payload }: RecordedEvent): Promise<void> => {
    const channelId = String(payload.channelId);
    while (await runUnitOfWork(context, (work) => releaseDeliveries.run(work, { channelId })));
  },
};
