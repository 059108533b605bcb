import { readRoute } from '@/entry/route';
import { conversationPage, listConversationsInput } from '@/modules/conversations/contract';
import { listConversations } from '@/modules/conversations/queries/list-conversations';

export const GET = readRoute({
  summary: 'The inbox: conversations of a view, filtered, sorted, a page at a time',
  permission: 'conversations.read',
  input: listConversationsInput,
  output: conversationPage,
  run: listConversations,
});
