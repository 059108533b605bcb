import { readRoute } from '@/entry/route';
import { connectProgress, connectRefInput } from '@/modules/channels/contract/connecting';
import { getConnectProgress } from '@/modules/channels/queries/connect-progress';

export const GET = readRoute({
  summary: 'How far a channel is connected, step by step, with what proves each step',
  permission: 'channels.manage',
  input: connectRefInput,
  output: connectProgress,
  run: (context, { channelId }) => getConnectProgress(context, channelId),
});
