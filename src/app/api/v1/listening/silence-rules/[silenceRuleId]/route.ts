import { writeRoute } from '@/entry/route';
import { ruleView } from '@/modules/listening/contract';
import { deleteRule, updateRule } from '@/modules/listening/use-cases/manage-rules';

export const PATCH = writeRoute(updateRule, {
  summary: 'Rests a rule of silence, or lets it work again',
  output: ruleView,
});

export const DELETE = writeRoute(deleteRule, {
  summary: 'Removes a rule of silence and brings back what it silenced',
});
