import { readRoute, writeRoute } from '@/entry/route';
import { messageView } from '@/modules/conversations/contract';
import { listSentimentsInput, sentimentHistory } from '@/modules/conversations/contract/sentiment';
import { listSentiments } from '@/modules/conversations/queries/list-sentiments';
import { correctSentiment } from '@/modules/conversations/use-cases/correct-sentiment';

export const GET = readRoute({
  summary: 'What people said a message sounds like',
  permission: 'conversations.read',
  input: listSentimentsInput,
  output: sentimentHistory,
  run: listSentiments,
});
export const PUT = writeRoute(correctSentiment, {
  summary: 'Says how a message sounds',
  output: messageView,
});
