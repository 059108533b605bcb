import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { getChannelFeeds } from '@/modules/channels/queries/feeds';
import { startBackfill } from '@/modules/channels/use-cases/run-backfill';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anAskedChannel, anAskedConnector, speaking } from '../factories/asked-channels';
import { anInboundMessage, createdEvent } from '../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';
import { startLocalServer } from '../stand-ins/local-server';
import { type Bundle, bundleProcess } from './support/bundle';
import { type Chance, chanceFrom, pause, printedSeed } from './support/chance';
import { startVictim } from './support/victim';

const KILLS = 6;
const PAST = 800;

let workspace: TestWorkspace;
let admin: MemberContext;
let bundle: Bundle;
let channelId: string;

beforeAll(async () => {
  const connector = anAskedConnector();
  workspace = await aWorkspace();
  admin = speaking(await aMember(workspace, { role: 'admin' }), connector);
  bundle = await bundleProcess('tests/faults/processes/asking-worker.ts');
  channelId = await anAskedChannel(admin, connector);
});
afterAll(() => bundle.remove());

const idOf = (feed: string, place: number) => `${feed}-${place}`;
const feedOf = async (name: 'live' | 'backfill') =>
  (await getChannelFeeds(admin, channelId)).find((feed) => feed.name === name);

/** A network whose messages are two growing lists; it remembers each page it gave. */
async function startNetwork(chance: Chance) {
  const counts: Record<string, number> = { live: 0, backfill: PAST };
  const network = await startLocalServer(async ({ url }) => {
    const [, feed = '', query = ''] = /\/(live|backfill)\?(.*)$/.exec(url) ?? [];
    const after = Number(new URLSearchParams(query).get('after'));
    const total = counts[feed] ?? 0;
    const next = Math.min(total, after + 40);
    await pause(chance.between(0, 15));
    if (chance.in(0.05)) return { status: 503 };
    const events = Array.from({ length: next - after }, (_, place) => {
      const id = idOf(feed, after + place);
      const message = anInboundMessage({
        externalId: id,
        conversation: { externalId: `thread-${(after + place) % 7}` },
      });
      return { id: `polled-${id}`, body: JSON.stringify(createdEvent(message)) };
    });
    return { status: 200, body: { events, next, hasMore: next < total } };
  });
  return { network, counts };
}

describe('kill -9 of the worker while it asks', () => {
  it('loses nothing and doubles nothing, live and of the past', { timeout: 200_000 }, async () => {
    const chance = chanceFrom(printedSeed('asking killed'));
    const { network, counts } = await startNetwork(chance);
    const start = () => startVictim(bundle.file, { OUTBOUND_ALLOW: '127.0.0.1' }, [network.url]);
    await execute(startBackfill, admin, { channelId, days: 90 });
    for (let kill = 0; kill < KILLS; kill += 1) {
      counts.live = (counts.live ?? 0) + chance.between(20, 120);
      await askNow();
      const worker = start();
      await worker.ready;
      await pause(chance.between(0, 500));
      await worker.kill();
    }
    const survivor = start();
    await survivor.ready;
    const end = Date.now() + 60_000;
    while (Date.now() < end && !(await isAllThere(counts.live ?? 0))) {
      await askNow();
      await pause(200);
    }
    await survivor.stop();
    await network.close();
    const expected = [
      ...Array.from({ length: PAST }, (_, place) => idOf('backfill', place)),
      ...Array.from({ length: counts.live ?? 0 }, (_, place) => idOf('live', place)),
    ].sort();
    const messages = await workspace.db.query<{ id: string }>(sql`SELECT external_id AS id FROM messages`);
    expect(messages.map(({ id }) => id).sort()).toEqual(expected);
    const states = await workspace.db.query(sql`SELECT DISTINCT state FROM raw_events`);
    expect(states).toEqual([{ state: 'applied' }]);
    expect(await feedOf('backfill')).toMatchObject({ state: 'finished', fetchedCount: PAST });
    expect(await feedOf('live')).toMatchObject({ fetchedCount: counts.live });
    const [counted] = await workspace.db.query(sql`SELECT sum(message_count)::int AS n FROM conversations`);
    expect(counted).toEqual({ n: expected.length });
  });
});

/** The pace is a minute and a refusal's pause grows; the test has no time for either. */
async function askNow(): Promise<void> {
  await workspace.db.query(sql`
    UPDATE channel_feeds SET next_at = now() WHERE state = 'running' AND (leased_until IS NULL OR leased_until <= now())`);
}

async function isAllThere(live: number): Promise<boolean> {
  const [row] = await workspace.db.query<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM raw_events WHERE state = 'applied'`,
  );
  const isFinished = (await feedOf('backfill'))?.state === 'finished';
  return isFinished && row?.n === live + PAST;
}
