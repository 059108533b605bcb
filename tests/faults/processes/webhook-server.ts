import { createServer } from 'node:http';
import { answerWith } from '@/entry/node-http';
import { webhookDoor } from '@/entry/webhook';
import { findChannelRoute } from '@/modules/channels/queries';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';
import { env } from '@/platform/env';

/** The webhook door on plain Node, as src/server.ts hosts it, without the pages. */
const door = webhookDoor({ findRoute: findChannelRoute, storeBatch: storeRawEvents });
const server = createServer((request, response) => {
  const channelId = (request.url ?? '').split('/').at(-1) ?? '';
  void answerWith(door, { channelId }, request, response).catch(() => response.destroy());
});
server.listen(env().PORT, '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
