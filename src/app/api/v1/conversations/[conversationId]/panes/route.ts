import { readRoute } from '@/entry/route';
import { getConversationInput } from '@/modules/conversations/contract';
import { openConversation, openedConversation } from '@/modules/conversations/queries/open-conversation';

export const GET = readRoute({
  summary: 'What the screen shows of one conversation: detail, latest messages, person',
  permission: 'conversations.read',
  input: getConversationInput,
  output: openedConversation,
  run: openConversation,
});
