import { webhookDoor } from '@/entry/webhook';
import { findChannelRoute } from '@/modules/channels/queries';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';

export const GET = webhookDoor({ findRoute: findChannelRoute, storeBatch: storeRawEvents });
export const POST = webhookDoor({ findRoute: findChannelRoute, storeBatch: storeRawEvents });
