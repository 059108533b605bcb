import { z } from 'zod';
import { defineJob } from '@/platform/jobs/job';

/** Applies a channel's raw events in the order they came; one job per channel waits at a time. */
export const drainChannel = defineJob({
  name: 'drain-channel',
  payload: z.strictObject({ channelId: z.uuid() }),
  maxAttempts: 25,
});
