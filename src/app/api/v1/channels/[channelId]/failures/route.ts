import { readRoute } from '@/entry/route';
import { failedDeliveryPage, listFailedDeliveriesInput } from '@/modules/conversations/contract/deliveries';
import { listFailedDeliveries } from '@/modules/conversations/queries/list-failed-deliveries';

export const GET = readRoute({
  summary: 'Replies of a channel that were given up, newest first',
  permission: 'channels.inspect',
  input: listFailedDeliveriesInput,
  output: failedDeliveryPage,
  run: listFailedDeliveries,
});
