import { readRoute } from '@/entry/route';
import { conversationDetail, getConversationInput } from '@/modules/conversations/contract';
import { getConversation } from '@/modules/conversations/queries/get-conversation';

export const GET = readRoute({
  summary: 'One conversation, with what may be answered right now',
  permission: 'conversations.read',
  input: getConversationInput,
  output: conversationDetail,
  run: getConversation,
});
