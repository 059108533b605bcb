import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import type { RecordedEvent } from '@/platform/events/event';
import { resumeFeeds } from './use-cases/resume-feeds';

/** A channel works (again): its network is asked at once, and what was held back is applied. */
export const onChannelResumed = {
  to: 'channel.resumed' as const,
  react: (context: TenantContext<null>, { payload }: RecordedEvent): Promise<void> =>
    runUnitOfWork(context, (work) => resumeFeeds.run(work, { channelId: String(payload.channelId) })),
};
