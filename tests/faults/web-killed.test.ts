import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';
import { anIntegration, type Integration, signedRequest } from './support/api-channel';
import { type Bundle, bundleProcess } from './support/bundle';
import { type Chance, chanceFrom, pause, printedSeed } from './support/chance';
import { checkFigures, checkStories } from './support/check-story';
import { aStory } from './support/story';
import { startVictim } from './support/victim';

const KILLS = 20;
const CONVERSATIONS = 12;

let workspace: TestWorkspace;
let channel: Integration;
let bundle: Bundle;
let port: number;
let acknowledged = 0;

beforeAll(async () => {
  workspace = await aWorkspace();
  channel = await anIntegration(await aMember(workspace, { role: 'admin' }));
  bundle = await bundleProcess('tests/faults/processes/webhook-server.ts');
  port = await freePort();
});
afterAll(() => bundle.remove());

describe('kill -9 of the web process at 20 random points', () => {
  it('keeps every acknowledged event, once', { timeout: 300_000 }, async () => {
    const chance = chanceFrom(printedSeed('web killed'));
    const stories = Array.from({ length: CONVERSATIONS }, (_, number) =>
      aStory(chance, `conversation-${number}`),
    );
    let isOver = false;
    const refusedConnections = stories.map(async (story) => {
      let failed = 0;
      while (!isOver) {
        const { webhookId, body } = story.next();
        failed += await postUntilAcknowledged(body, webhookId);
        await pause(chance.between(0, 40));
      }
      return failed;
    });
    await killServers(chance);
    const last = startVictim(bundle.file, { PORT: String(port) });
    await last.ready;
    isOver = true;
    const failed = await Promise.all(refusedConnections);
    await last.stop();
    // Otherwise no kill met a request.
    expect(failed.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(20);
    expect(stories.flatMap((story) => story.told).length).toBeGreaterThan(200);
    while (await drainChannelEvents(systemContextOf(workspace), channel.channelId));
    await checkStories(workspace.db, channel.channelId, stories);
    await checkFigures(workspace.db, stories);
  });
});

/** The points are random in what has been done, not in time: a slow machine is killed as often in the midst of work. */
async function killServers(chance: Chance): Promise<void> {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = startVictim(bundle.file, { PORT: String(port) });
    if (chance.in(0.9)) {
      await server.ready;
      const enough = acknowledged + chance.between(0, 40);
      while (acknowledged < enough) await pause(1);
    }
    await pause(chance.between(0, 20));
    await server.kill();
  }
}

/** As an integrator does it: the same delivery again until somebody says 200. Returns how often nobody did. */
async function postUntilAcknowledged(body: string, webhookId: string): Promise<number> {
  const url = `http://127.0.0.1:${port}/api/webhooks/${channel.channelId}`;
  for (let failed = 0; ; failed += 1) {
    const status = await fetch(url, signedRequest(channel, body, webhookId)).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) {
      acknowledged += 1;
      return failed;
    }
    // Nothing but a broken connection is an excuse.
    expect(status).toBe(0);
    await pause(25);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
