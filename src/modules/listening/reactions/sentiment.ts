import { z } from 'zod';
import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import type { RecordedEvent } from '@/platform/events/event';
import { enqueue } from '@/platform/jobs/job';
import { learnSentiment } from '../jobs/sentiment';
import { judgeSentiments } from '../use-cases/judge-sentiments';

const arrived = z.object({ messageIds: z.array(z.uuid()) });
/** People correct several in a row: the model learns once, this long after the first. */
const PAUSE_MS = 10_000;

/** Messages came in: what do they sound like? */
export const onMessagesArrivedToJudge = {
  to: 'messages.arrived' as const,
  react: async (context: TenantContext<null>, { payload }: RecordedEvent): Promise<void> => {
    const { messageIds } = arrived.parse(payload);
    await runUnitOfWork(context, (work) => judgeSentiments.run(work, { messageIds }));
  },
};

/** A person said it otherwise. */
export const onSentimentCorrected = {
  to: 'message.sentiment_corrected' as const,
  react: async ({ db }: TenantContext<null>, { createdAt }: RecordedEvent): Promise<void> => {
    const turn = Math.ceil(createdAt.getTime() / PAUSE_MS) + 1;
    // One job a turn: a key that every correction shared would be put off for as long as people correct.
    await enqueue(
      db,
      learnSentiment,
      {},
      { key: String(turn), runAt: new Date(turn * PAUSE_MS), priority: 10 },
    );
  },
};
