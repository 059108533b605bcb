import { readRoute } from '@/entry/route';
import { rawEventDetail, rawEventRefInput } from '@/modules/channels/contract/raw-events';
import { getRawEvent } from '@/modules/channels/queries/raw-event';

export const GET = readRoute({
  summary: 'One event a channel received, with its body and what it meant',
  permission: 'channels.inspect',
  input: rawEventRefInput,
  output: rawEventDetail,
  run: getRawEvent,
});
