import { expect, it } from 'vitest';
import { webhookDoor } from '@/entry/webhook';
import { newId } from '@/kernel/ids';
import { findChannelRoute } from '@/modules/channels/queries';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';
import { sql } from '@/platform/db/sql';
import { anInboundMessage, createdEvent } from '../factories/channels';
import { aMember, aWorkspace } from '../factories/workspaces';
import { anIntegration, signedRequest } from './support/api-channel';

const DELIVERIES = 150;

it('floods of the same deliveries in opposite orders do not end one another', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, { role: 'admin' });
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
