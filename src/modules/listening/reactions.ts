import { z } from 'zod';
import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import type { RecordedEvent } from '@/platform/events/event';
import { hearMessages } from './use-cases/hear-messages';

const arrived = z.object({ messageIds: z.array(z.uuid()) });

/** Messages came in: are they what somebody listens for? After their batch, so that listening never holds one up. */
export const onMessagesArrived = {
  to: 'messages.arrived' as const,
  react: async (context: TenantContext<null>, { payload }: RecordedEvent): Promise<void> => {
    const { messageIds } = arrived.parse(payload);
    await runUnitOfWork(context, (work) => hearMessages.run(work, { messageIds }));
  },
};
