import { apiConnector } from '../../src/connectors/api/connector';
import type { Connector } from '../../src/connectors/contract';
import type { PollOutcome } from '../../src/connectors/contract/asking';
import { newId } from '../../src/kernel/ids';
import { pollFeed } from '../../src/modules/channels/use-cases/poll-feed';
import { startBackfill } from '../../src/modules/channels/use-cases/run-backfill';
import { drainChannelEvents } from '../../src/modules/conversations/use-cases/drain-channel';
import type { TenantContext } from '../../src/platform/context/context';
import { runUnitOfWork } from '../../src/platform/context/unit-of-work';
import { sql } from '../../src/platform/db/sql';
import type { Line } from '../report';
import type { Subject } from '../subject';

const AIM_PER_MINUTE = 10_000;
const MESSAGES_PER_CONVERSATION = 5;

/**
 * A past of so many messages, asked for page by page on a network that answers at once, stored and applied meanwhile, as
 * the worker does it. Beside it nothing runs: the figure is what one worker process can do on this machine.
 */
export async function backfillApplied(subject: Subject, count: number): Promise<Line> {
  const context = withNetwork({ ...subject.context, actor: null }, aPastOf(count));
  const ref = { channelId: subject.channel.id, feed: 'backfill' } as const;
  await runUnitOfWork(context, (work) => startBackfill.run(work, { channelId: ref.channelId, days: 90 }));
  const start = performance.now();
  let isFetched = false;
  const asking = async () => {
    while (!isFetched) {
      await pollFeed(context, ref, { id: newId(), attempt: 1, signal: new AbortController().signal });
      isFetched = (await stateOf(context, ref.channelId)) !== 'running';
      if (!isFetched) await pause();
    }
  };
  const applying = async () => {
    for (let wasFetched = false; !wasFetched; await pause()) {
      wasFetched = isFetched;
      while (await drainChannelEvents(context, ref.channelId));
    }
  };
  await Promise.all([asking(), applying()]);
  const perMinute = (count * 60_000) / (performance.now() - start);
  return {
    workload: 'backfill: messages applied',
    p50: perMinute,
    p95: perMinute,
    unit: 'messages/min',
    reference: null,
    ratio: null,
    aim: `≥ ${AIM_PER_MINUTE}`,
    holds: perMinute >= AIM_PER_MINUTE,
  };
}

/** Messages of an integrator's form, so that nothing but asking is new. */
function aPastOf(count: number): Connector {
  const run = newId();
  return {
    ...apiConnector,
    poll: async ({ cursor, limit }): Promise<PollOutcome> => {
      const from = Number(cursor ?? 0);
      const until = Math.min(count, from + limit);
      const events = Array.from({ length: until - from }, (_, place) => aMessage(run, from + place));
      return { outcome: 'polled', events, cursor: until, hasMore: until < count, progress: until / count };
    },
  };
}

function aMessage(run: string, number: number) {
  const externalId = `${run}-${number}`;
  const sentAt = new Date(Date.now() - 86_400_000 + number * 1000).toISOString();
  const thread = Math.floor(number / MESSAGES_PER_CONVERSATION);
  const data = {
    externalId,
    conversation: { externalId: `${run}-thread-${thread}` },
    author: { externalId: `${run}-author-${thread % 500}`, name: `Author ${thread % 500}` },
    text: `Der Reißverschluss meiner Jacke klemmt, was kann ich tun? (${externalId})`,
    kind: 'comment',
    visibility: 'public',
    sentAt,
  };
  const body = JSON.stringify({ type: 'message.created', timestamp: sentAt, data });
  return { externalId, body: Buffer.from(body) };
}

function withNetwork(context: TenantContext<null>, connector: Connector): TenantContext<null> {
  const connectors = { get: () => connector, all: () => [connector] };
  return { ...context, offers: { ...context.offers, connectors } };
}

async function stateOf({ db }: TenantContext, channelId: string): Promise<string | undefined> {
  const [row] = await db.query<{ state: string }>(sql`
    SELECT state FROM channel_feeds
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND name = 'backfill'`);
  return row?.state;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
