import type { MemberContext } from '@/platform/context/context';
import type { ChannelDetail, ChannelSummary, ShownChannel, ShownChannelDetail } from '../contract';
import { getChannelDetail, listChannels } from '../queries';

/** All channels as this member may see them: where they deliver and how they are set up is for who manages them. */
export async function listShownChannels(context: MemberContext): Promise<ShownChannel[]> {
  const channels = await listChannels(context);
  return mayManage(context) ? channels : channels.map(withoutSetup);
}

/** Refuses `channel_not_found`. */
export async function getShownChannel(
  context: MemberContext,
  channelId: string,
): Promise<ShownChannelDetail> {
  const channel = await getChannelDetail(context, channelId);
  return mayManage(context) ? channel : withoutSetup(channel);
}

function mayManage({ actor, offers }: MemberContext): boolean {
  return offers.isAllowed(actor.role, 'channels.manage');
}

function withoutSetup<Channel extends ChannelSummary | ChannelDetail>({
  settings: _,
  webhookUrl: __,
  ...channel
}: Channel): Omit<Channel, 'settings' | 'webhookUrl'> {
  return channel;
}
