import { readRoute, writeRoute } from '@/entry/route';
import { channelRefInput, channelSummary } from '@/modules/channels/contract';
import { getChannel } from '@/modules/channels/queries';
import { removeChannel, updateChannel } from '@/modules/channels/use-cases/update-channel';

export const GET = readRoute({
  summary: 'One channel with its state and counts',
  permission: 'channels.read',
  input: channelRefInput,
  output: channelSummary,
  run: (context, { channelId }) => getChannel(context, channelId),
});

export const PATCH = writeRoute(updateChannel, { summary: 'Changes a channel', output: channelSummary });

export const DELETE = writeRoute(removeChannel, {
  summary: 'Removes a channel; its conversations stay',
});
