import { beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from '@/connectors/contract';
import type { PollOutcome, PollRequest } from '@/connectors/contract/asking';
import { execute } from '@/entry/execute';
import { eachDueFeed } from '@/entry/schedule';
import { getChannelFeeds } from '@/modules/channels/queries/feeds';
import { resumeFeeds } from '@/modules/channels/use-cases/resume-feeds';
import { setListeningTerms } from '@/modules/channels/use-cases/set-listening-terms';
import { setChannelState } from '@/modules/channels/use-cases/update-channel';
import { wakeFeed } from '@/modules/channels/use-cases/wake-feed';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import {
  aListOf,
  anAskedChannel,
  anAskedConnector,
  aPolledMessage,
  poll,
  polled,
  speaking,
} from '../factories/asked-channels';
import { anInboundMessage, createdEvent, store } from '../factories/channels';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;
let context: TenantContext<null>;
let channelId: string;
let requests: PollRequest[];
let answer: (request: PollRequest) => PollOutcome | Promise<PollOutcome>;

beforeEach(async () => {
  workspace = await aWorkspace();
  requests = [];
  answer = () => polled([]);
  const connector: Connector = anAskedConnector({
    poll: async (request) => {
      requests.push(request);
      return answer(request);
    },
  });
  admin = speaking(await aMember(workspace, { role: 'admin' }), connector);
  context = speaking(systemContextOf(workspace), connector);
  channelId = await anAskedChannel(admin, connector);
});

const live = async () => (await getChannelFeeds(admin, channelId)).find(({ name }) => name === 'live');
const rawIds = async () =>
  (await workspace.db.models.rawEvent.findMany({ orderBy: { position: 'asc' } })).map(
    ({ externalId }) => externalId,
  );
const seconds = (from: string | undefined) => (new Date(from ?? 0).getTime() - Date.now()) / 1000;
const setFeed = (columns: ReturnType<typeof sql>) =>
  workspace.db.query(sql`UPDATE channel_feeds SET ${columns} WHERE channel_id = ${channelId}::uuid`);
const makeDue = () => setFeed(sql`next_at = now()`);
const channelState = async () =>
  workspace.db.models.channel.findFirst({
    where: { id: channelId },
    select: { state: true, stateReason: true },
  });
const pollJobs = () =>
  workspace.db.query<{ key: string }>(
    sql`SELECT key FROM graphile_worker.jobs WHERE key LIKE ${`${workspace.id}:poll-channel:%`}`,
  );

describe('asking', () => {
  it('begins with the channel, stores what is new with its cursor, and asks from there', async () => {
    answer = () => polled([aPolledMessage('1'), aPolledMessage('2')], { cursor: { at: 2 } });
    await poll(context, channelId);
    expect(requests).toEqual([{ cursor: undefined, terms: [], limit: 100 }]);
    expect(await rawIds()).toEqual(['polled-1', 'polled-2']);
    const feed = await live();
    expect(feed).toMatchObject({ state: 'running', fetchedCount: 2, failures: 0, gap: null });
    expect(seconds(feed?.nextAt)).toBeGreaterThan(50);
    expect(await drainChannelEvents(context, channelId)).toBeNull();
    expect(await workspace.db.models.message.count()).toBe(2);

    await poll(context, channelId);
    expect(requests).toHaveLength(1);
    await makeDue();
    await poll(context, channelId);
    expect(requests[1]?.cursor).toEqual({ at: 2 });
    // The same events again are the same events.
    expect(await rawIds()).toHaveLength(2);
    expect((await live())?.fetchedCount).toBe(2);
  });

  it('goes on at once while there is more, and gives way after some pages', async () => {
    const list = aListOf(2500);
    answer = async (request) => {
      await workspace.db.query(sql`UPDATE raw_events SET state = 'ignored'`);
      return list(request);
    };
    await poll(context, channelId);
    expect(requests).toHaveLength(20);
    expect(await pollJobs()).toHaveLength(1);
    await poll(context, channelId);
    expect(await rawIds()).toHaveLength(2500);
    expect(await live()).toMatchObject({ fetchedCount: 2500, completeAt: expect.any(String) });
  });

  it('leaves the rest at its network while too much waits to be applied', async () => {
    answer = aListOf(2500);
    await poll(context, channelId);
    expect(await rawIds()).toHaveLength(2000);
    expect(await pollJobs()).toHaveLength(0);
    expect(seconds((await live())?.nextAt)).toBeGreaterThan(0.5);
  });

  it('does not ask for ever where a page brings nothing and leads nowhere', async () => {
    answer = () => polled([], { cursor: null, hasMore: true });
    await poll(context, channelId);
    expect(requests).toHaveLength(1);
  });

  it('keeps the pace the network wishes for', async () => {
    answer = () => polled([], { pauseSeconds: 900 });
    await poll(context, channelId);
    expect(seconds((await live())?.nextAt)).toBeGreaterThan(880);
    expect(await runUnitOfWork(context, (work) => wakeFeed.run(work, { channelId }))).toBeUndefined();
    expect(seconds((await live())?.nextAt)).toBeGreaterThan(880);
  });

  it('is handed the words that are listened for, of all networks and its own', async () => {
    const terms = [
      { term: '#wolle' },
      { term: 'Mütze', network: 'nodebb' },
      { term: 'x', network: 'x' },
    ] as const;
    await runUnitOfWork(context, (work) => setListeningTerms.run(work, { terms }));
    await poll(context, channelId);
    expect(requests[0]?.terms).toEqual(['Mütze', '#wolle'].sort());
  });

  it('finds the same message by webhook and by asking once, unedited', async () => {
    const message = anInboundMessage({ externalId: 'both' });
    await store(workspace, channelId, createdEvent(message));
    answer = () => polled([aPolledMessage('both')]);
    await poll(context, channelId);
    await drainChannelEvents(context, channelId);
    expect(await rawIds()).toHaveLength(2);
    const messages = await workspace.db.models.message.findMany();
    expect(messages).toMatchObject([{ externalId: 'both', editedAt: null }]);
    expect(await workspace.db.models.messageVersion.count()).toBe(0);
    const [conversation] = await workspace.db.models.conversation.findMany();
    expect(conversation?.messageCount).toBe(1);
  });
});

describe('who asks', () => {
  it('is one worker at a time', async () => {
    let release = () => {};
    answer = () => new Promise((resolve) => (release = () => resolve(polled([]))));
    const first = poll(context, channelId);
    while (requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await Promise.all([1, 2, 3].map(() => poll(context, channelId)));
    await makeDue();
    await poll(context, channelId);
    expect(requests).toHaveLength(1);
    const due: string[] = [];
    await eachDueFeed(async (_, feeds) => void due.push(...feeds.map((feed) => feed.channelId)));
    expect(due).not.toContain(channelId);
    release();
    await first;
    // Somebody said meanwhile that asking is worth it: it is asked again at once.
    expect(seconds((await live())?.nextAt)).toBeLessThan(1);
    expect(await pollJobs()).toHaveLength(1);
  });

  it('goes on at once where the job was killed, and what the killed one fetched is not kept twice', async () => {
    let isFirst = true;
    let release = () => {};
    answer = () => {
      const page = polled([aPolledMessage('1')], { cursor: 1 });
      if (!isFirst) return page;
      isFirst = false;
      return new Promise((resolve) => (release = () => resolve(page)));
    };
    const killed = poll(context, channelId, 'live', { id: 'same', attempt: 1 });
    while (requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await poll(context, channelId, 'live', { id: 'same', attempt: 2 });
    expect(requests).toHaveLength(2);
    release();
    await killed;
    expect(await rawIds()).toEqual(['polled-1']);
    expect((await live())?.fetchedCount).toBe(1);
  });

  it('is nobody while the channel rests, and somebody once it is resumed', async () => {
    await execute(setChannelState, admin, { channelId, state: 'paused' });
    await poll(context, channelId);
    expect(requests).toHaveLength(0);
    await execute(setChannelState, admin, { channelId, state: 'active' });
    await setFeed(sql`next_at = now() + interval '1 hour', failures = 4, reason = 'network_unavailable'`);
    await runUnitOfWork(context, (work) => resumeFeeds.run(work, { channelId }));
    await poll(context, channelId);
    expect(requests).toHaveLength(1);
    expect(await live()).toMatchObject({ failures: 0, reason: null });
  });
});

describe('a network that refuses', () => {
  it('is asked again after a growing pause, and it is no revocation', async () => {
    answer = () => ({ outcome: 'retry', reason: 'network_unavailable', detail: '503' });
    for (let failures = 1; failures <= 3; failures += 1) {
      await makeDue();
      await poll(context, channelId);
      const feed = await live();
      expect(feed).toMatchObject({ failures, reason: 'network_unavailable', detail: '503' });
      expect(seconds(feed?.nextAt)).toBeGreaterThan(5 * 2 ** (failures - 1) - 2);
    }
    expect(await channelState()).toEqual({ state: 'active', stateReason: null });
    answer = () => ({ outcome: 'retry', reason: 'rate_limited', retryAfter: 1200 });
    await makeDue();
    await poll(context, channelId);
    expect(seconds((await live())?.nextAt)).toBeGreaterThan(1190);
    answer = () => polled([]);
    await makeDue();
    await poll(context, channelId);
    expect(await live()).toMatchObject({ failures: 0, reason: null, detail: null });
  });

  it('is our mistake where the connector throws', async () => {
    answer = () => {
      throw new Error('bug');
    };
    await poll(context, channelId);
    expect(await live()).toMatchObject({ failures: 1, reason: 'connector_error' });
  });

  it('is left alone once it has taken our access, until an admin reconnects', async () => {
    answer = () => ({ outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true });
    await poll(context, channelId);
    expect(await channelState()).toEqual({ state: 'needs_reconnect', stateReason: 'access_token_invalid' });
    await makeDue();
    await poll(context, channelId);
    expect(requests).toHaveLength(1);
  });

  it('is asked hourly where another try mends nothing by itself', async () => {
    answer = () => ({ outcome: 'failed', reason: 'settings_invalid' });
    await poll(context, channelId);
    expect(seconds((await live())?.nextAt)).toBeGreaterThan(3500);
    expect((await channelState())?.state).toBe('active');
  });
});

describe('a gap', () => {
  it('is told from when we had everything to when we came back, and closed once all is fetched', async () => {
    await poll(context, channelId);
    await setFeed(sql`complete_at = now() - interval '1 hour', next_at = now()`);
    answer = ({ cursor }) =>
      cursor === 'half'
        ? { outcome: 'retry', reason: 'network_unavailable' }
        : polled([aPolledMessage('1')], { cursor: 'half', hasMore: true });
    await poll(context, channelId);
    const open = (await live())?.gap;
    expect(open).toMatchObject({ closedAt: null });
    expect(seconds(open?.from)).toBeLessThan(-3590);
    expect(seconds(open?.until)).toBeGreaterThan(-10);
    answer = () => polled([aPolledMessage('2')], { cursor: 'all' });
    await makeDue();
    await poll(context, channelId);
    expect((await live())?.gap).toEqual({ ...open, closedAt: expect.any(String) });
    expect(await rawIds()).toEqual(['polled-1', 'polled-2']);
  });
});
