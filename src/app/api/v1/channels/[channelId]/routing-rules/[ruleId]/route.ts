import { writeRoute } from '@/entry/route';
import { routingRuleView } from '@/modules/channels/contract/routing';
import { deleteRoutingRule, updateRoutingRule } from '@/modules/channels/use-cases/manage-routing-rules';

export const PATCH = writeRoute(updateRoutingRule, { summary: 'Changes a rule', output: routingRuleView });

export const DELETE = writeRoute(deleteRoutingRule, {
  summary: 'Removes a rule; what it routed stays where it is',
});
