import { writeRoute } from '@/entry/route';
import {
  markConversationRead,
  markConversationUnread,
} from '@/modules/conversations/use-cases/mark-conversation';

export const PUT = writeRoute(markConversationRead, { summary: 'Marks as read' });

export const DELETE = writeRoute(markConversationUnread, { summary: 'Marks as unread' });
