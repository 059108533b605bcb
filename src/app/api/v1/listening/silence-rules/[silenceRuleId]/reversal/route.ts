import { writeRoute } from '@/entry/route';
import { reversalView } from '@/modules/listening/contract';
import { reverseRule } from '@/modules/listening/use-cases/manage-rules';

export const POST = writeRoute(reverseRule, {
  summary: 'Brings back everything a rule silenced; the rule rests',
  output: reversalView,
});
