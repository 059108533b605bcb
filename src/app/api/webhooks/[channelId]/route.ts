import { webhookDoor } from '@/entry/webhook';
import { findChannelRoute } from '@/modules/channels/queries';
import { recordChannelNews } from '@/modules/channels/use-cases/record-news';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';

export const GET = webhookDoor({
  findRoute: findChannelRoute,
  storeBatch: storeRawEvents,
  recordNews: recordChannelNews,
});
export const POST = webhookDoor({
  findRoute: findChannelRoute,
  storeBatch: storeRawEvents,
  recordNews: recordChannelNews,
});
