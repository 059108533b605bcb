import { visitorEventsDoor } from '@/entry/chat/events-door';
import { preflightDoor } from '@/entry/chat/visit';
import { findChannelRoute } from '@/modules/channels/queries';
import { listVisitorMessages } from '@/modules/conversations/queries/list-visitor-messages';

export const GET = visitorEventsDoor({ findRoute: findChannelRoute, listMessages: listVisitorMessages });
export const OPTIONS = preflightDoor({ findRoute: findChannelRoute });
