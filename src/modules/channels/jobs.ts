import { z } from 'zod';
import { defineJob } from '@/platform/jobs/job';

/** Applies a channel's raw events in the order they came; one job per channel waits at a time. */
export const drainChannel = defineJob({
  name: 'drain-channel',
  payload: z.strictObject({ channelId: z.uuid() }),
  maxAttempts: 25,
});

/** Asks a channel's network what is new (`live`) or what was (`backfill`); one job per feed waits at a time. */
export const pollChannel = defineJob({
  name: 'poll-channel',
  payload: z.strictObject({ channelId: z.uuid(), feed: z.enum(['live', 'backfill']) }),
  maxAttempts: 25,
});

/** Renews a channel's access before it ends, where nothing else asks for it. */
export const refreshChannel = defineJob({
  name: 'refresh-channel',
  payload: z.strictObject({ channelId: z.uuid() }),
  maxAttempts: 3,
});

/** One mail to one admin about one channel; which sentence it is depends on the kind. */
export const tellAdmin = defineJob({
  name: 'tell-admin',
  payload: z.strictObject({
    channelId: z.uuid(),
    memberId: z.uuid(),
    kind: z.enum(['expiring', 'needs_reconnect']),
    /** Whole days left, of `expiring`. */
    days: z.number().int().optional(),
  }),
  maxAttempts: 8,
});
