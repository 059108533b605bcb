import { readRoute, writeRoute } from '@/entry/route';
import { nothingInput, savedView, viewList } from '@/modules/conversations/contract/saved';
import { listViews } from '@/modules/conversations/queries/list-saved';
import { saveView } from '@/modules/conversations/use-cases/manage-views';

export const GET = readRoute({
  summary: 'Shared views and one’s own',
  permission: 'views.read',
  input: nothingInput,
  output: viewList,
  run: async (context) => ({ data: await listViews(context), nextCursor: null }),
});

export const POST = writeRoute(saveView, {
  summary: 'Keeps filters under a name',
  output: savedView,
  status: 201,
});
