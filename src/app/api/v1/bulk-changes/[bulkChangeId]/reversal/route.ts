import { writeRoute } from '@/entry/route';
import { bulkProgress } from '@/modules/conversations/contract';
import { undoChange } from '@/modules/conversations/use-cases/undo-change';

export const POST = writeRoute(undoChange, {
  summary: 'Puts back what a change, single or bulk, did',
  output: bulkProgress,
});
