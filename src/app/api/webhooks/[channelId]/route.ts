import { webhookDoor } from '@/entry/webhook';
import { findChannelRoute } from '@/modules/channels/queries';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';

const door = webhookDoor({ findRoute: findChannelRoute, storeBatch: storeRawEvents });

export { door as GET, door as POST };
