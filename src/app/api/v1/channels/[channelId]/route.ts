import { readRoute, writeRoute } from '@/entry/route';
import {
  channelRefInput,
  channelSummary,
  removedChannel,
  shownChannelDetail,
} from '@/modules/channels/contract';
import { getShownChannel } from '@/modules/channels/queries/shown-channels';
import { removeChannel, updateChannel } from '@/modules/channels/use-cases/update-channel';

export const GET = readRoute({
  summary:
    'One channel with its health and everything that is measured of it; settings only for members who may manage it',
  permission: 'channels.read',
  input: channelRefInput,
  output: shownChannelDetail,
  run: (context, { channelId }) => getShownChannel(context, channelId),
});

export const PATCH = writeRoute(updateChannel, { summary: 'Changes a channel', output: channelSummary });

export const DELETE = writeRoute(removeChannel, {
  summary: 'Removes a channel; says how many conversations stay',
  output: removedChannel,
});
