import { readRoute, writeRoute } from '@/entry/route';
import { nothingInput, queryList, queryView } from '@/modules/listening/contract';
import { listQueries } from '@/modules/listening/queries/list-queries';
import { createQuery } from '@/modules/listening/use-cases/manage-queries';

export const GET = readRoute({
  summary: 'Searches the workspace listens for',
  permission: 'listening.read',
  input: nothingInput,
  output: queryList,
  run: async (context) => ({ data: await listQueries(context), nextCursor: null }),
});

export const POST = writeRoute(createQuery, {
  summary: 'Listens for something',
  output: queryView,
  status: 201,
});
