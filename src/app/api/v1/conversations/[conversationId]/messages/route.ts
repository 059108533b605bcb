import { readRoute, writeRoute } from '@/entry/route';
import { listMessagesInput, messageView, threadPage } from '@/modules/conversations/contract';
import { listMessages } from '@/modules/conversations/queries/get-conversation';
import { sendMessage } from '@/modules/conversations/use-cases/send-message';

export const GET = readRoute({
  summary: 'The thread, newest page first',
  permission: 'conversations.read',
  input: listMessagesInput,
  output: threadPage,
  run: listMessages,
});

export const POST = writeRoute(sendMessage, {
  summary: 'Answers, answers privately or leaves a note',
  output: messageView,
  status: 201,
});
