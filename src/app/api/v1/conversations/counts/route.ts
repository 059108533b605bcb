import { readRoute } from '@/entry/route';
import { viewCounts } from '@/modules/conversations/contract';
import { nothingInput } from '@/modules/conversations/contract/saved';
import { getViewCounts } from '@/modules/conversations/queries/get-view-counts';

export const GET = readRoute({
  summary: 'How many conversations each view, team and channel has',
  permission: 'conversations.read',
  input: nothingInput,
  output: viewCounts,
  run: getViewCounts,
});
