import { visitorHistoryDoor, visitorPostDoor } from '@/entry/chat/message-doors';
import { preflightDoor } from '@/entry/chat/visit';
import { findChannelRoute } from '@/modules/channels/queries';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';
import { listVisitorMessages } from '@/modules/conversations/queries/list-visitor-messages';

export const GET = visitorHistoryDoor({ findRoute: findChannelRoute, listMessages: listVisitorMessages });
export const POST = visitorPostDoor({ findRoute: findChannelRoute, storeBatch: storeRawEvents });
export const OPTIONS = preflightDoor({ findRoute: findChannelRoute });
