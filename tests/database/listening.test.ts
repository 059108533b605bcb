import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from '@/connectors/contract';
import { execute } from '@/entry/execute';
import { startListening } from '@/entry/listen';
import { listenToChannel } from '@/modules/channels/use-cases/listen-to-channel';
import { setChannelState } from '@/modules/channels/use-cases/update-channel';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anAskedChannel, anAskedConnector, poll, speaking } from '../factories/asked-channels';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;
let channelId: string;
let open: { wake: () => void; end: () => void }[];
let opened: number;
let connector: Connector;
let running: { stop(): Promise<void> }[];

beforeEach(async () => {
  workspace = await aWorkspace();
  open = [];
  opened = 0;
  running = [];
  connector = anAskedConnector({
    listen: (_, __, wake, signal) =>
      new Promise((resolve) => {
        const one = { wake, end: () => {} };
        one.end = () => {
          open = open.filter((other) => other !== one);
          resolve();
        };
        opened += 1;
        open.push(one);
        signal.addEventListener('abort', one.end);
      }),
  });
  admin = speaking(await aMember(workspace, { role: 'admin' }), connector);
  channelId = await anAskedChannel(admin, connector);
});
afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  // The next test's processes listen to every workspace of this database.
  await workspace.db.query(sql`UPDATE channels SET removed_at = now()`);
});

const start = () => {
  const process = startListening({
    connectors: ['nodebb'],
    lookEveryMs: 50,
    hold: (context, id, signal) => listenToChannel(speaking(context, connector), id, signal),
  });
  running.push(process);
  return process;
};
const until = async (holds: () => boolean | Promise<boolean>) => {
  const end = Date.now() + 8000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited 8 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const secondsToNext = async () => {
  const [row] = await workspace.db.query<{ s: number }>(
    sql`SELECT extract(epoch FROM next_at - now())::float8 AS s FROM channel_feeds WHERE name = 'live'`,
  );
  return row?.s ?? Number.NaN;
};

describe('a connection to a network', () => {
  it('is held by one process, and by another when that one ends', async () => {
    const first = start();
    await until(() => open.length === 1);
    start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(open).toHaveLength(1);
    await first.stop();
    await until(() => open.length === 1 && opened === 2);
  });

  it('is made anew when it ends', async () => {
    start();
    await until(() => open.length === 1);
    open[0]?.end();
    await until(() => opened === 2 && open.length === 1);
  });

  it('ends when the channel rests, and begins when it is resumed', async () => {
    start();
    await until(() => open.length === 1);
    await execute(setChannelState, admin, { channelId, state: 'paused' });
    await until(() => open.length === 0);
    await execute(setChannelState, admin, { channelId, state: 'active' });
    await until(() => open.length === 1);
  });

  it('is made anew with what it is made of', async () => {
    start();
    await until(() => open.length === 1);
    await workspace.db.query(sql`UPDATE channels SET settings = '{"server": "other"}'`);
    await until(() => opened === 2 && open.length === 1);
  });

  it('has the network asked when it tells, many words at once being one', async () => {
    const context = speaking(systemContextOf(workspace), connector);
    start();
    await until(() => open.length === 1);
    // What was missed while there was no connection is asked for when it begins.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await poll(context, channelId);
    expect(await secondsToNext()).toBeGreaterThan(50);
    await workspace.db.query(sql`DELETE FROM outbox_events`);
    for (let word = 0; word < 100; word += 1) open[0]?.wake();
    await until(async () => (await secondsToNext()) <= 0);
    const jobs = await workspace.db.query(
      sql`SELECT 1 FROM graphile_worker.jobs WHERE key = ${`${workspace.id}:poll-channel:${channelId}:live`}`,
    );
    expect(jobs).toHaveLength(1);
  });
});
