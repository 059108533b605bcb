import { readRoute, writeRoute } from '@/entry/route';
import { nothingInput, ruleList, ruleView } from '@/modules/listening/contract';
import { listRules } from '@/modules/listening/queries/list-rules';
import { createRule } from '@/modules/listening/use-cases/manage-rules';

export const GET = readRoute({
  summary: 'Rules of silence with what they silenced in the last 30 days',
  permission: 'listening.read',
  input: nothingInput,
  output: ruleList,
  run: async (context) => ({ data: await listRules(context), nextCursor: null }),
});

export const POST = writeRoute(createRule, {
  summary: 'Silences noise by rule',
  output: ruleView,
  status: 201,
});
