import { writeRoute } from '@/entry/route';
import { replayOutput } from '@/modules/channels/contract';
import { replayEvents } from '@/modules/channels/use-cases/replay-events';

export const POST = writeRoute(replayEvents, {
  summary: 'Puts one parked event, or all of a channel, back in line',
  output: replayOutput,
});
