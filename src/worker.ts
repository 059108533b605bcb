import { mailChannelNews } from '@/entry/channel-mail';
import { jobDoor, jobHandler } from '@/entry/job';
import { startListening } from '@/entry/listen';
import { offers } from '@/entry/offers';
import { reactionsFollower } from '@/entry/reaction';
import {
  eachDueFeed,
  eachDueRefresh,
  eachDueSnooze,
  eachWorkspace,
  startSchedule,
  sweep,
} from '@/entry/schedule';
import { drainChannel, pollChannel, refreshChannel, tellAdmin } from '@/modules/channels/jobs';
import { findChannelLetter } from '@/modules/channels/queries/channel-letter';
import { onChannelResumed as askAgain } from '@/modules/channels/reactions';
import { enqueuePolls, enqueueRefreshes } from '@/modules/channels/use-cases/enqueue-due-work';
import { listenToChannel } from '@/modules/channels/use-cases/listen-to-channel';
import { lookAfterChannels } from '@/modules/channels/use-cases/look-after-channels';
import { pollFeed } from '@/modules/channels/use-cases/poll-feed';
import { withFreshAccess } from '@/modules/channels/use-cases/refresh-access';
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
import { learnSentiment } from '@/modules/listening/jobs/sentiment';
import { onMessagesArrived } from '@/modules/listening/reactions';
import { onMessagesArrivedToJudge, onSentimentCorrected } from '@/modules/listening/reactions/sentiment';
import { learnFromCorrections } from '@/modules/listening/use-cases/learn-sentiment';
import { watchSpread } from '@/modules/listening/use-cases/watch-spread';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { closePools } from '@/platform/db/pools';
import { followOutbox } from '@/platform/events/follow';
import { enqueue } from '@/platform/jobs/job';
import { startWorker } from '@/platform/jobs/worker';
import { log } from '@/platform/log/log';

process.title = 'rapport-worker';

const handlers = [
  jobHandler(drainChannel, async (context, { channelId }) => {
    const runAt = await drainChannelEvents(context, channelId);
    if (runAt) await enqueue(context.db, drainChannel, { channelId }, { key: channelId, runAt });
  }),
  jobHandler(deliverMessage, (context, { deliveryId }) => deliverToNetwork(context, deliveryId)),
  jobDoor(applyBulkChange, applyBulkChunk),
  jobDoor(learnSentiment, learnFromCorrections),
  jobHandler(recalculateDeadlines, recalculateAllDeadlines),
  jobHandler(tellAdmin, async (context, news) => {
    const letter = await findChannelLetter(context, news);
    if (letter) await mailChannelNews(letter, news);
  }),
];

/** Beside the others: a network that is slow to answer keeps nobody's message waiting. */
const asking = [
  jobHandler(pollChannel, pollFeed),
  jobHandler(refreshChannel, async (context, { channelId }) => {
    await withFreshAccess(context, channelId);
  }),
];

const worker = await startWorker({ handlers, concurrency: 6 });
const asker = await startWorker({ handlers: asking, concurrency: 4 });
const listening = startListening({
  connectors: offers()
    .connectors.all()
    .filter(({ listen }) => listen)
    .map(({ manifest }) => manifest.network),
  hold: listenToChannel,
});
const reactions = followOutbox(
  reactionsFollower([
    onMemberRemoved,
    onExpectationChanged,
    onBusinessTimeChanged,
    onChannelResumed,
    onMessagesArrived,
    onMessagesArrivedToJudge,
    onSentimentCorrected,
    askAgain,
  ]),
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
  {
    name: 'watch spread',
    everyMs: 60_000,
    run: () => eachWorkspace((context) => runUnitOfWork(context, (work) => watchSpread.run(work, {}))),
  },
  { name: 'ask networks', everyMs: 2000, run: () => eachDueFeed(enqueuePolls) },
  { name: 'renew access', everyMs: 15_000, run: () => eachDueRefresh(enqueueRefreshes) },
  {
    name: 'look after channels',
    everyMs: 300_000,
    run: () => eachWorkspace((context) => runUnitOfWork(context, (work) => lookAfterChannels.run(work, {}))),
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
  await listening.stop();
  await reactions.stop();
  await Promise.all([worker.stop(), asker.stop()]);
  await closePools();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
