import { writeRoute } from '@/entry/route';
import { messageView } from '@/modules/conversations/contract';
import { retryMessage } from '@/modules/conversations/use-cases/retry-message';

export const POST = writeRoute(retryMessage, {
  summary: 'Sends again what could not be sent',
  output: messageView,
});
