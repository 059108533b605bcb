import { readRoute, writeRoute } from '@/entry/route';
import { channelList, createdChannel } from '@/modules/channels/contract';
import { listChannels } from '@/modules/channels/queries';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { nothingInput } from '@/modules/conversations/contract/saved';

export const GET = readRoute({
  summary: 'All channels',
  permission: 'channels.read',
  input: nothingInput,
  output: channelList,
  run: async (context) => ({ data: await listChannels(context), nextCursor: null }),
});

export const POST = writeRoute(createChannel, {
  summary: 'Connects a channel; secrets made by Rapport are answered this once',
  output: createdChannel,
  status: 201,
  holdsSecret: true,
});
