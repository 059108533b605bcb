import { readRoute, writeRoute } from '@/entry/route';
import { listRoutingRulesInput, routingRuleList, routingRuleView } from '@/modules/channels/contract/routing';
import { listRoutingRules } from '@/modules/channels/queries/routing-rules';
import { createRoutingRule } from '@/modules/channels/use-cases/manage-routing-rules';

export const GET = readRoute({
  summary: 'The rules that route a channel’s new conversations, in the order they are tried',
  permission: 'channels.read',
  input: listRoutingRulesInput,
  output: routingRuleList,
  run: async (context, input) => ({ data: await listRoutingRules(context, input), nextCursor: null }),
});

export const POST = writeRoute(createRoutingRule, {
  summary: 'Adds a rule as the last one',
  output: routingRuleView,
  status: 201,
});
