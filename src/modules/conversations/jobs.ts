import { z } from 'zod';
import { defineJob } from '@/platform/jobs/job';

/** Sends one reply; each failure plans the next try itself, with a patience the queue does not have. */
export const deliverMessage = defineJob({
  name: 'deliver-message',
  payload: z.strictObject({ deliveryId: z.uuid() }),
  maxAttempts: 25,
});

/** Tells the deadlines of everything that waits anew, of one channel or of all; without an end of its own it begins again. */
export const recalculateDeadlines = defineJob({
  name: 'recalculate-deadlines',
  payload: z.strictObject({ channelId: z.uuid().optional() }),
  maxAttempts: 25,
});

/** Works through a change to many conversations, a chunk at a time. */
export const applyBulkChange = defineJob({
  name: 'apply-bulk-change',
  payload: z.strictObject({ bulkChangeId: z.uuid() }),
  maxAttempts: 25,
});
