import { writeRoute } from '@/entry/route';
import { handedOver } from '@/modules/channels/contract';
import { handOverChannel } from '@/modules/conversations/use-cases/hand-over-channel';

export const POST = writeRoute(handOverChannel, {
  summary: 'Gives a channel to another team, with its open conversations where wished',
  output: handedOver,
});
