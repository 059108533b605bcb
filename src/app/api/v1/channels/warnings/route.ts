import { z } from 'zod';
import { readRoute } from '@/entry/route';
import { channelWarningList } from '@/modules/channels/contract/health';
import { listChannelWarnings } from '@/modules/channels/queries/channel-warnings';

export const GET = readRoute({
  summary: 'What the admins should know of their channels now',
  permission: 'channels.manage',
  input: z.strictObject({}),
  output: channelWarningList,
  run: async (context) => ({ data: await listChannelWarnings(context), nextCursor: null }),
});
