import { readRoute } from '@/entry/route';
import { bulkProgress } from '@/modules/conversations/contract';
import { bulkChangeInput } from '@/modules/conversations/contract/changes';
import { getBulkChange } from '@/modules/conversations/queries/get-bulk-change';

export const GET = readRoute({
  summary: 'How far a change to many has come',
  permission: 'conversations.read',
  input: bulkChangeInput,
  output: bulkProgress,
  run: getBulkChange,
});
