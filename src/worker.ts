import { jobDoor, jobHandler } from '@/entry/job';
import { reactionsFollower } from '@/entry/reaction';
import { eachDueSnooze, eachWorkspace, startSchedule, sweep } from '@/entry/schedule';
import { drainChannel } from '@/modules/channels/jobs';
import { applyBulkChange, deliverMessage, recalculateDeadlines } from '@/modules/conversations/jobs';
import {
  onBusinessTimeChanged,
  onChannelResumed,
  onExpectationChanged,
  onMemberRemoved,
} from '@/modules/conversations/reactions';
import { applyBulkChunk } from '@/modules/conversations/use-cases/apply-bulk-chunk';
import { deliverToNetwork } from '@/modules/conversations/use-cases/deliver-message';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import { foldTallies } from '@/modules/conversations/use-cases/fold-tallies';
import { recalculateAllDeadlines } from '@/modules/conversations/use-cases/recalculate-deadlines';
import { wakeConversations } from '@/modules/conversations/use-cases/wake-conversations';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { closePools } from '@/platform/db/pools';
import { followOutbox } from '@/platform/events/follow';
import { enqueue } from '@/platform/jobs/job';
import { startWorker } from '@/platform/jobs/worker';
import { log } from '@/platform/log/log';

process.title = 'rapport-worker';

const handlers = [
  jobHandler(drainChannel, async (context, { channelId }) => {
    const isMore = await drainChannelEvents(context, channelId);
    if (isMore) await enqueue(context.db, drainChannel, { channelId }, { key: channelId });
  }),
  jobHandler(deliverMessage, (context, { deliveryId }) => deliverToNetwork(context, deliveryId)),
  jobDoor(applyBulkChange, applyBulkChunk),
  jobHandler(recalculateDeadlines, recalculateAllDeadlines),
];

const worker = await startWorker({ handlers, concurrency: 6 });
const reactions = followOutbox(
  reactionsFollower([onMemberRemoved, onExpectationChanged, onBusinessTimeChanged, onChannelResumed]),
);
const schedule = startSchedule([
  {
    name: 'fold tallies',
    everyMs: 30_000,
    run: () => eachWorkspace((context) => runUnitOfWork(context, (work) => foldTallies.run(work, {}))),
  },
  {
    name: 'wake snoozed',
    everyMs: 15_000,
    run: () =>
      eachDueSnooze((context, conversationIds) =>
        runUnitOfWork(context, (work) => wakeConversations.run(work, { conversationIds })),
      ),
  },
  { name: 'sweep', everyMs: 3_600_000, run: sweep },
]);
log.info('worker ready');
process.send?.('ready');

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await schedule.stop();
  await reactions.stop();
  await worker.stop();
  await closePools();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
