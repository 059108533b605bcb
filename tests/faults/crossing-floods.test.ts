import pg from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { webhookDoor } from '@/entry/webhook';
import { newId } from '@/kernel/ids';
import { findChannelRoute } from '@/modules/channels/queries';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anInboundMessage, createdEvent } from '../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';
import { anIntegration, signedRequest } from './support/api-channel';

const DELIVERIES = 150;

let workspace: TestWorkspace;
let admin: MemberContext;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
});

it('floods of the same deliveries in opposite orders do not end one another', async () => {
  const channels = [await anIntegration(admin), await anIntegration(admin)];
  const deliveries = Array.from({ length: DELIVERIES }, () => ({
    id: newId(),
    body: JSON.stringify(createdEvent(anInboundMessage())),
  })).flatMap((delivery) => channels.map((channel) => ({ channel, ...delivery })));
  // Each door gathers on its own, as each process does.
  const doors = Array.from({ length: 4 }, () =>
    webhookDoor({ findRoute: findChannelRoute, storeBatch: storeRawEvents }),
  );
  const statuses = await Promise.all(
    doors.flatMap((door, place) =>
      (place % 2 ? deliveries.toReversed() : deliveries).map(async ({ channel, id, body }) => {
        const request = new Request('http://localhost/', signedRequest(channel, body, id));
        return (await door(request, { params: Promise.resolve({ channelId: channel.channelId }) })).status;
      }),
    ),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  const [row] = await workspace.db.query(sql`SELECT count(*)::int AS n FROM raw_events`);
  expect(row).toEqual({ n: DELIVERIES * 2 });
});

/** Holds the jobs of these channels, as a worker that fetches them does, until it is let go. */
async function holdJobs(channelIds: readonly string[]) {
  const client = new pg.Client({ connectionString: process.env.TEST_SUPERUSER_URL });
  await client.connect();
  await client.query('BEGIN');
  const keys = channelIds.map((channelId) => `${workspace.id}:drain-channel:${channelId}`);
  const held = await client.query(
    'SELECT 1 FROM graphile_worker._private_jobs WHERE key = ANY ($1) FOR UPDATE',
    [keys],
  );
  expect(held.rowCount).toBe(channelIds.length);
  const waiters = async () => {
    const { rows } = await client.query(
      `SELECT count(DISTINCT pid)::int AS n FROM pg_locks WHERE NOT granted
        AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
    );
    return rows[0]?.n;
  };
  return {
    waiters,
    letGo: async () => {
      await client.query('COMMIT');
      await client.end();
    },
  };
}

it('batches that name the same channels in opposite orders never wait in a circle', async () => {
  const channels = [(await anIntegration(admin)).channelId, (await anIntegration(admin)).channelId];
  const batch = (channelIds: readonly string[]) =>
    storeRawEvents(
      workspace.db,
      channelIds.map((channelId) => {
        const id = newId();
        return { id, channelId, externalId: id, headers: {}, body: Buffer.from('{}') };
      }),
    );
  await batch(channels);
  // Both stop at their first channel; were those two different ones, going on would be the circle.
  const { waiters, letGo } = await holdJobs(channels);
  const both = Promise.allSettled([batch(channels), batch(channels.toReversed())]);
  await expect.poll(waiters, { timeout: 10_000 }).toBe(2);
  await letGo();
  expect((await both).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
});
