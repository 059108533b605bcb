import { readRoute, writeRoute } from '@/entry/route';
import { channelList, createdChannel } from '@/modules/channels/contract';
import { listShownChannels } from '@/modules/channels/queries/shown-channels';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { nothingInput } from '@/modules/conversations/contract/saved';

export const GET = readRoute({
  summary: 'All channels; settings and webhook address only for members who may manage them',
  permission: 'channels.read',
  input: nothingInput,
  output: channelList,
  run: async (context) => ({ data: await listShownChannels(context), nextCursor: null }),
});

export const POST = writeRoute(createChannel, {
  summary: 'Connects a channel; secrets made by Rapport are answered this once',
  output: createdChannel,
  status: 201,
  holdsSecret: true,
});
