import { writeRoute } from '@/entry/route';
import { routingRuleList } from '@/modules/channels/contract/routing';
import { orderRoutingRules } from '@/modules/channels/use-cases/manage-routing-rules';

export const PUT = writeRoute(orderRoutingRules, {
  summary: 'Puts a channel’s rules in order',
  output: routingRuleList,
});
