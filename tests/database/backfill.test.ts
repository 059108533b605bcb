import { beforeEach, describe, expect, it } from 'vitest';
import type { PollOutcome, PollRequest } from '@/connectors/contract/asking';
import { execute } from '@/entry/execute';
import { getChannelFeeds } from '@/modules/channels/queries/feeds';
import { startBackfill, stopBackfill } from '@/modules/channels/use-cases/run-backfill';
import { setChannelState } from '@/modules/channels/use-cases/update-channel';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import {
  aListOf,
  anAskedChannel,
  anAskedConnector,
  poll,
  polled,
  speaking,
} from '../factories/asked-channels';
import { anApiChannel } from '../factories/channels';
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
  answer = aListOf(500);
  const connector = anAskedConnector({
    poll: async (request) => {
      requests.push(request);
      return answer(request);
    },
  });
  admin = speaking(await aMember(workspace, { role: 'admin' }), connector);
  context = speaking(systemContextOf(workspace), connector);
  channelId = await anAskedChannel(admin, connector);
});

const backfill = async () =>
  (await getChannelFeeds(admin, channelId)).find(({ name }) => name === 'backfill');

describe('a backfill', () => {
  it('fetches a past with a cursor of its own, tells how far it is, and ends', async () => {
    const started = await execute(startBackfill, admin, { channelId, days: 30 });
    expect(started).toMatchObject({ name: 'backfill', state: 'running', fetchedCount: 0, progress: null });
    const [job] = await workspace.db.query<{ key: string; priority: number }>(
      sql`SELECT key, priority FROM graphile_worker.jobs WHERE key = ${`${workspace.id}:poll-channel:${channelId}:backfill`}`,
    );
    expect(job?.priority).toBeGreaterThan(0);
    await poll(context, channelId, 'backfill');
    expect(requests.map(({ cursor }) => cursor)).toEqual([undefined, 200, 400]);
    const days = (Date.now() - (requests[0]?.since?.getTime() ?? 0)) / 86_400_000;
    expect(days).toBeCloseTo(30, 2);
    expect(await backfill()).toMatchObject({
      state: 'finished',
      fetchedCount: 500,
      progress: 1,
      endedAt: expect.any(String),
    });
    await drainChannelEvents(context, channelId);
    expect(await workspace.db.models.message.count()).toBe(500);
    // What is new is asked for from now on, as if nothing had been fetched.
    requests.length = 0;
    await poll(context, channelId, 'live');
    expect(requests[0]).toMatchObject({ cursor: undefined });
    expect(requests[0]?.since).toBeUndefined();
    expect(await workspace.db.models.rawEvent.count()).toBe(500);
  });

  it('tells open screens at most once a second', async () => {
    await execute(startBackfill, admin, { channelId, days: 1 });
    await workspace.db.query(sql`DELETE FROM outbox_events`);
    answer = aListOf(1800);
    await poll(context, channelId, 'backfill');
    const told = await workspace.db.models.outboxEvent.count({ where: { type: 'channel.changed' } });
    expect(requests).toHaveLength(9);
    // The first page, its end, and one a second in between.
    expect(told).toBeGreaterThanOrEqual(2);
    expect(told).toBeLessThanOrEqual(5);
  });

  it('can be stopped between two pages and while one is fetched, and begun anew', async () => {
    answer = async (request) => {
      if (request.cursor === 200) await execute(stopBackfill, admin, { channelId });
      return aListOf(500)(request);
    };
    await execute(startBackfill, admin, { channelId, days: 7 });
    await poll(context, channelId, 'backfill');
    expect(requests).toHaveLength(2);
    expect(await backfill()).toMatchObject({ state: 'stopped', fetchedCount: 200 });
    await poll(context, channelId, 'backfill');
    expect(requests).toHaveLength(2);
    answer = () => polled([]);
    await execute(startBackfill, admin, { channelId, days: 7 });
    await poll(context, channelId, 'backfill');
    expect(await backfill()).toMatchObject({ state: 'finished', fetchedCount: 0 });
  });

  it('is refused twice at once, on a channel at rest, of a network that cannot be asked, and beyond 90 days', async () => {
    const start = (input: object) => execute(startBackfill, admin, { channelId, ...input });
    await start({});
    await expect(start({})).rejects.toMatchObject({ reason: 'backfill_running' });
    await execute(stopBackfill, admin, { channelId });
    await expect(execute(stopBackfill, admin, { channelId })).rejects.toMatchObject({
      reason: 'backfill_not_found',
    });
    await expect(start({ days: 91 })).rejects.toMatchObject({ code: 'invalid_input' });
    await execute(setChannelState, admin, { channelId, state: 'paused' });
    await expect(start({})).rejects.toMatchObject({ reason: 'channel_not_active' });
    const { id } = await anApiChannel(admin);
    await expect(start({ channelId: id })).rejects.toMatchObject({ reason: 'backfill_unsupported' });
    for (const role of ['manager', 'marketer'] as const) {
      const member = await aMember(workspace, { role });
      await expect(execute(startBackfill, member, { channelId })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });
});
