import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import type { RecordedEvent } from '@/platform/events/event';
import { releaseConversations } from './use-cases/release-conversations';

/** A member left: what was theirs is everybody's again. */
export const onMemberRemoved = {
  to: 'member.removed' as const,
  react: async (context: TenantContext<null>, { payload }: RecordedEvent): Promise<void> => {
    const memberId = String(payload.memberId);
    while (await runUnitOfWork(context, (work) => releaseConversations.run(work, { memberId })));
  },
};
