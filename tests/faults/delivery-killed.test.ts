import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/platform/db/sql';
import { anInboundMessage, createdEvent, receive } from '../factories/channels';
import { aMember, aWorkspace } from '../factories/workspaces';
import { startLocalServer } from '../stand-ins/local-server';
import { anIntegration } from './support/api-channel';
import { type Bundle, bundleProcess } from './support/bundle';
import { pause } from './support/chance';
import { aQueuedReply, standOf } from './support/queued-reply';
import { startVictim, type Victim } from './support/victim';

let bundle: Bundle;
beforeAll(async () => {
  bundle = await bundleProcess('src/worker.ts');
});
afterAll(() => bundle.remove());

const start = () => startVictim(bundle.file, { OUTBOUND_ALLOW: '127.0.0.1' });

describe('a worker killed between sending and recording', () => {
  it('is followed by one that sends again with the same key, and the message is sent once', async () => {
    let worker: Victim;
    const keys: (string | undefined)[] = [];
    const callback = await startLocalServer(async ({ headers }) => {
      keys.push(headers['webhook-id']);
      // The network has it; nobody of ours will ever hear so.
      if (keys.length === 1) await worker.kill();
      return { status: 200, body: { externalId: `ext-${headers['webhook-id']}` } };
    });
    const workspace = await aWorkspace();
    const admin = await aMember(workspace, { role: 'admin' });
    const { channelId } = await anIntegration(admin, {
      settings: { callbackUrl: `${callback.url}/callback` },
    });
    await receive(workspace, channelId, createdEvent(anInboundMessage()));
    const reply = await aQueuedReply(admin, { channelId });
    worker = start();
    await until(() => keys.length === 1);
    expect(await standOf(admin, reply)).toMatchObject({ sendState: 'sending', state: 'queued', attempts: 1 });

    const successor = start();
    await until(async () => (await standOf(admin, reply))?.state === 'sent');
    await successor.stop();
    await callback.close();
    expect(keys).toEqual([reply.messageId, reply.messageId]);
    expect(await standOf(admin, reply)).toEqual({
      sendState: 'sent',
      externalId: `ext-${reply.messageId}`,
      state: 'sent',
      attempts: 2,
    });
    const [row] = await workspace.db.query(
      sql`SELECT count(*)::int AS n FROM messages WHERE direction = 'outbound'`,
    );
    expect(row).toEqual({ n: 1 });
  });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited 20 s in vain');
    await pause(50);
  }
}
