import type { Connector } from '@/connectors/contract';
import type { PollOutcome } from '@/connectors/contract/asking';
import { jobHandler } from '@/entry/job';
import { eachDueFeed, startSchedule } from '@/entry/schedule';
import { drainChannel, pollChannel } from '@/modules/channels/jobs';
import { enqueuePolls } from '@/modules/channels/use-cases/enqueue-due-work';
import { pollFeed } from '@/modules/channels/use-cases/poll-feed';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import { enqueue } from '@/platform/jobs/job';
import { startWorker } from '@/platform/jobs/worker';
import { anAskedConnector, speaking } from '../../factories/asked-channels';

/** The worker's asking and applying, with a connector whose network is the test's own server. */
const connector: Connector = anAskedConnector({
  poll: async ({ cursor, since, limit }, channel, outbound): Promise<PollOutcome> => {
    const name = since ? 'backfill' : 'live';
    const url = `${process.argv[2]}/${channel.id}/${name}?after=${Number(cursor ?? 0)}&limit=${limit}`;
    const answer = await outbound.http.request({ method: 'GET', url });
    if (!answer.ok || answer.value.status !== 200) return { outcome: 'retry', reason: 'network_unavailable' };
    const { events, next, hasMore } = JSON.parse(answer.value.body) as {
      events: { id: string; body: string }[];
      next: number;
      hasMore: boolean;
    };
    const polled = events.map(({ id, body }) => ({ externalId: id, body: Buffer.from(body) }));
    return { outcome: 'polled', events: polled, cursor: next, hasMore };
  },
});

const handlers = [
  jobHandler(pollChannel, (context, ref, job) => pollFeed(speaking(context, connector), ref, job)),
  jobHandler(drainChannel, async (context, { channelId }) => {
    const runAt = await drainChannelEvents(speaking(context, connector), channelId);
    if (runAt) await enqueue(context.db, drainChannel, { channelId }, { key: channelId, runAt });
  }),
];
const worker = await startWorker({ handlers, concurrency: 4 });
const schedule = startSchedule([
  { name: 'ask networks', everyMs: 200, run: () => eachDueFeed(enqueuePolls) },
]);
process.send?.('ready');
process.on('SIGTERM', () => {
  void Promise.all([schedule.stop(), worker.stop()]).then(() => process.exit(0));
});
