import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { execute } from '@/entry/execute';
import { webhookDoor } from '@/entry/webhook';
import { findChannelRoute } from '@/modules/channels/queries';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { recordChannelNews } from '@/modules/channels/use-cases/record-news';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';
import { anIntegration, signedRequest } from '../faults/support/api-channel';

let workspace: TestWorkspace;
let admin: MemberContext;
let writes: number;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
  writes = 0;
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => vi.useRealTimers());

const aDoor = () =>
  webhookDoor({
    findRoute: findChannelRoute,
    storeBatch: storeRawEvents,
    recordNews: (db, news) => {
      writes += 1;
      return recordChannelNews(db, news);
    },
  });
const news = async () => {
  const [row] = await workspace.db.query<{ count: number; refusedAt: Date | null; handshakeAt: Date | null }>(
    sql`SELECT refused_count AS count, refused_at AS "refusedAt", handshake_at AS "handshakeAt" FROM channels`,
  );
  return row;
};
const settled = (count: number) =>
  vi.waitFor(async () => expect((await news())?.count).toBe(count), { timeout: 5000, interval: 20 });

it('a flood with a wrong signature is counted in two writes, and what is signed is not counted', async () => {
  const channel = await anIntegration(admin);
  const door = aDoor();
  const params = Promise.resolve({ channelId: channel.channelId });
  const knock = async (secret: string) =>
    (await door(new Request('http://localhost/', signedRequest({ ...channel, secret }, '{}')), { params }))
      .status;
  const wrong = `whsec_${Buffer.alloc(32).toString('base64')}`;
  const statuses = await Promise.all(Array.from({ length: 200 }, () => knock(wrong)));
  expect(new Set(statuses)).toEqual(new Set([401]));
  await settled(1);
  await vi.advanceTimersByTimeAsync(10_000);
  await settled(200);
  expect(writes).toBe(2);
  expect(Date.now() - ((await news())?.refusedAt?.getTime() ?? 0)).toBeLessThan(60_000);
  await knock(channel.secret);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([writes, (await news())?.count]).toEqual([2, 200]);
});

it('an answered handshake is remembered, a refused one is not', async () => {
  const created = await execute(createChannel, admin, {
    connector: 'facebook',
    name: 'Page',
    settings: { pageId: '4711' },
    secrets: { appSecret: 'app-secret' },
  });
  const token = created.shownSecrets[0]?.value ?? '';
  const door = aDoor();
  const shake = (verifyToken: string) => {
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.challenge': '42',
      'hub.verify_token': verifyToken,
    });
    return door(new Request(`http://localhost/?${query}`), {
      params: Promise.resolve({ channelId: created.id }),
    });
  };
  expect((await shake('wrong')).status).toBe(403);
  expect([writes, (await news())?.handshakeAt]).toEqual([0, null]);
  expect((await shake(token)).status).toBe(200);
  await vi.waitFor(async () => expect((await news())?.handshakeAt).toBeInstanceOf(Date), { timeout: 5000 });
});
