import { writeRoute } from '@/entry/route';
import { messageView } from '@/modules/conversations/contract';
import { cancelMessage } from '@/modules/conversations/use-cases/cancel-message';

export const POST = writeRoute(cancelMessage, {
  summary: 'Takes an answer back before it leaves',
  output: messageView,
});
