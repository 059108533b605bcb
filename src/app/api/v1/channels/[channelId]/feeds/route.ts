import { readRoute } from '@/entry/route';
import { channelRefInput } from '@/modules/channels/contract';
import { feedList } from '@/modules/channels/contract/feeds';
import { getChannelFeeds } from '@/modules/channels/queries/feeds';

export const GET = readRoute({
  summary: 'What a channel fetches by itself: how far it is, gaps, refusals',
  permission: 'channels.inspect',
  input: channelRefInput,
  output: feedList,
  run: async (context, { channelId }) => ({
    data: await getChannelFeeds(context, channelId),
    nextCursor: null,
  }),
});
