import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhookDoor } from '@/entry/webhook';
import { findChannelRoute } from '@/modules/channels/queries';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';
import { sql } from '@/platform/db/sql';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';
import { anIntegration, type Integration, signedRequest } from './support/api-channel';
import { type Bundle, bundleProcess } from './support/bundle';
import { type Chance, chanceFrom, pause, printedSeed } from './support/chance';
import { checkFigures, checkStories } from './support/check-story';
import { aStory } from './support/story';
import { startVictim } from './support/victim';

const KILLS = 20;
const CONVERSATIONS_PER_CHANNEL = 5;

let workspace: TestWorkspace;
let channels: Integration[];
let bundle: Bundle;

beforeAll(async () => {
  workspace = await aWorkspace();
  const admin = await aMember(workspace, { role: 'admin' });
  channels = [await anIntegration(admin), await anIntegration(admin)];
  bundle = await bundleProcess('src/worker.ts');
});
afterAll(() => bundle.remove());

const door = webhookDoor({ findRoute: findChannelRoute, storeBatch: storeRawEvents });

async function post(channel: Integration, body: string, id: string): Promise<void> {
  const request = new Request('http://localhost/', signedRequest(channel, body, id));
  const response = await door(request, { params: Promise.resolve({ channelId: channel.channelId }) });
  expect(response.status).toBe(200);
}

describe('kill -9 of the worker at 20 random points', () => {
  it('loses nothing, doubles nothing and keeps the order', { timeout: 300_000 }, async () => {
    const chance = chanceFrom(printedSeed('worker killed'));
    const told = channels.map((channel) => ({
      channel,
      stories: Array.from({ length: CONVERSATIONS_PER_CHANNEL }, (_, number) =>
        aStory(chance, `conversation-${number}`),
      ),
    }));
    let isOver = false;
    const networks = told.flatMap(({ channel, stories }) =>
      stories.map(async (story) => {
        while (!isOver) {
          const { webhookId, body } = story.next();
          await post(channel, body, webhookId);
          await pause(chance.between(20, 120));
        }
      }),
    );
    await killWorkers(chance);
    isOver = true;
    await Promise.all(networks);
    await drainInPeace();
    const stories = told.flatMap((one) => one.stories);
    expect(stories.flatMap((story) => story.told).length).toBeGreaterThan(300);
    for (const { channel, stories } of told) await checkStories(workspace.db, channel.channelId, stories);
    await checkFigures(workspace.db, stories);
  });
});

async function killWorkers(chance: Chance): Promise<void> {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const worker = startVictim(bundle.file);
    // A few die before they are ready, most at work.
    if (chance.in(0.9)) await worker.ready;
    await pause(chance.between(0, 700));
    await worker.kill();
  }
}

/** The last worker finds what all the killed ones left and ends it. */
async function drainInPeace(): Promise<void> {
  const worker = startVictim(bundle.file);
  await worker.ready;
  const end = Date.now() + 30_000;
  while (Date.now() < end && (await pendingEvents()) > 0) await pause(100);
  await worker.stop();
  expect(await pendingEvents()).toBe(0);
}

async function pendingEvents(): Promise<number> {
  const [row] = await workspace.db.query<{ pending: number }>(
    sql`SELECT count(*)::int AS pending FROM raw_events WHERE state = 'pending'`,
  );
  return row?.pending ?? 0;
}
