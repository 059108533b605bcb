import { writeRoute } from '@/entry/route';
import { bulkProgress } from '@/modules/conversations/contract';
import { startBulkTriage } from '@/modules/conversations/use-cases/start-bulk-triage';

export const POST = writeRoute(startBulkTriage, {
  summary: 'Changes many conversations at once',
  output: bulkProgress,
  status: 202,
});
