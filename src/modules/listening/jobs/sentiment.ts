import { z } from 'zod';
import { defineJob } from '@/platform/jobs/job';

/** The workspace's model learns from what people said, and judges the newest messages anew. */
export const learnSentiment = defineJob({
  name: 'learn-sentiment',
  payload: z.strictObject({}),
  maxAttempts: 5,
});
