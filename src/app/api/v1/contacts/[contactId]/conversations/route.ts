import { readRoute } from '@/entry/route';
import { conversationPage } from '@/modules/conversations/contract';
import { contactConversationsInput } from '@/modules/conversations/contract/panes';
import { listContactConversations } from '@/modules/conversations/queries/list-contact-conversations';

export const GET = readRoute({
  summary: 'A person’s conversations, newest first',
  permission: 'conversations.read',
  input: contactConversationsInput,
  output: conversationPage,
  run: listContactConversations,
});
