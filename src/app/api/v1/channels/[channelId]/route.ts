import { readRoute, writeRoute } from '@/entry/route';
import { channelDetail, channelRefInput, channelSummary, removedChannel } from '@/modules/channels/contract';
import { getChannelDetail } from '@/modules/channels/queries';
import { removeChannel, updateChannel } from '@/modules/channels/use-cases/update-channel';

export const GET = readRoute({
  summary: 'One channel with its health and everything that is measured of it',
  permission: 'channels.read',
  input: channelRefInput,
  output: channelDetail,
  run: (context, { channelId }) => getChannelDetail(context, channelId),
});

export const PATCH = writeRoute(updateChannel, { summary: 'Changes a channel', output: channelSummary });

export const DELETE = writeRoute(removeChannel, {
  summary: 'Removes a channel; says how many conversations stay',
  output: removedChannel,
});
