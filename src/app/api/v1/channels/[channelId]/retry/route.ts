import { writeRoute } from '@/entry/route';
import { retryOutput } from '@/modules/conversations/contract/deliveries';
import { retryDeliveries } from '@/modules/conversations/use-cases/retry-deliveries';

export const POST = writeRoute(retryDeliveries, {
  summary: 'Sends one reply that was given up, or all of a channel, once more',
  output: retryOutput,
});
