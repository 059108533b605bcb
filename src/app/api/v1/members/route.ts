import { readRoute } from '@/entry/route';
import { nothingInput } from '@/modules/conversations/contract/saved';
import { memberList } from '@/modules/workspaces/contract';
import { listMembers } from '@/modules/workspaces/queries';

export const GET = readRoute({
  summary: 'Everybody who belongs to the workspace',
  permission: 'members.read',
  input: nothingInput,
  output: memberList,
  run: async (context) => ({ data: await listMembers(context), nextCursor: null }),
});
