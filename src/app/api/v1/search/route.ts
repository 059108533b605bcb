import { readRoute } from '@/entry/route';
import { searchInput, searchOutput } from '@/modules/conversations/contract/search';
import { search } from '@/modules/conversations/queries/search';

export const GET = readRoute({
  summary: 'People and messages for what was typed',
  permission: 'search.use',
  input: searchInput,
  output: searchOutput,
  run: search,
});
