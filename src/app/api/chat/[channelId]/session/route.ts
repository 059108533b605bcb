import { sessionDoor } from '@/entry/chat/session-door';
import { preflightDoor } from '@/entry/chat/visit';
import { findChannelRoute } from '@/modules/channels/queries';

export const POST = sessionDoor({ findRoute: findChannelRoute });
export const OPTIONS = preflightDoor({ findRoute: findChannelRoute });
