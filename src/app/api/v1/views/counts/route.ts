import { readRoute } from '@/entry/route';
import { nothingInput, savedViewCounts } from '@/modules/conversations/contract/saved';
import { countViews } from '@/modules/conversations/queries/list-saved';

export const GET = readRoute({
  summary: 'How many conversations each saved view shows, 1000 at most',
  permission: 'views.read',
  input: nothingInput,
  output: savedViewCounts,
  run: countViews,
});
