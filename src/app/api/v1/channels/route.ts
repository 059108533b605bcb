import { readRoute } from '@/entry/route';
import { channelList } from '@/modules/channels/contract';
import { listChannels } from '@/modules/channels/queries';
import { nothingInput } from '@/modules/conversations/contract/saved';

export const GET = readRoute({
  summary: 'All channels',
  permission: 'channels.read',
  input: nothingInput,
  output: channelList,
  run: async (context) => ({ data: await listChannels(context), nextCursor: null }),
});
