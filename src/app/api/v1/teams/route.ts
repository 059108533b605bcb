import { readRoute } from '@/entry/route';
import { nothingInput } from '@/modules/conversations/contract/saved';
import { teamList } from '@/modules/workspaces/contract';
import { listTeams } from '@/modules/workspaces/queries';

export const GET = readRoute({
  summary: 'Teams and their members',
  permission: 'teams.read',
  input: nothingInput,
  output: teamList,
  run: async (context) => ({ data: await listTeams(context), nextCursor: null }),
});
