import { z } from 'zod';
import { messageKinds } from '@/kernel/vocabulary';

const id = z.uuid();
const kind = z.enum(
  messageKinds.filter((each) => each !== 'note') as [Exclude<(typeof messageKinds)[number], 'note'>],
);

/** All that is given must hold; nothing given holds always. */
export const routingCondition = z.strictObject({
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .max(20)
    .optional(),
  kinds: z.array(kind).min(1).optional(),
  visibility: z.enum(['public', 'private']).optional(),
  /** Words or phrases, any of them, as whole words, whatever their case. */
  anyWords: z.array(z.string().trim().min(1).max(80)).min(1).max(50).optional(),
});

const actionShape = {
  teamId: id.nullable(),
  /** `round_robin` gives it to the team's next member in turn. */
  assign: z.enum(['none', 'round_robin']).default('none'),
  /** Open conversations from which a person is passed over; null for no limit. */
  loadCap: z.number().int().min(1).max(1000).nullable().default(null),
};
const hasTeam = (rule: { assign?: string | undefined; teamId?: string | null | undefined }) =>
  rule.assign !== 'round_robin' || Boolean(rule.teamId);

export const routingRuleView = z.strictObject({
  id,
  channelId: id,
  name: z.string(),
  position: z.number().int(),
  isActive: z.boolean(),
  condition: routingCondition,
  teamId: id.nullable(),
  assign: z.enum(['none', 'round_robin']),
  loadCap: z.number().int().nullable(),
});
export type RoutingRuleView = z.infer<typeof routingRuleView>;
export const routingRuleList = z.strictObject({ data: z.array(routingRuleView), nextCursor: z.null() });

export const listRoutingRulesInput = z.strictObject({ channelId: id });
/** Added as the last; the first whose condition holds decides. At most 500 a channel. */
export const createRoutingRuleInput = z
  .strictObject({
    channelId: id,
    name: z.string().trim().min(1).max(80),
    isActive: z.boolean().default(true),
    condition: routingCondition.default({}),
    ...actionShape,
  })
  .refine(hasTeam, { path: ['teamId'], error: 'required' });
export const updateRoutingRuleInput = z.strictObject({
  channelId: id,
  ruleId: id,
  name: z.string().trim().min(1).max(80).optional(),
  isActive: z.boolean().optional(),
  condition: routingCondition.optional(),
  teamId: id.nullable().optional(),
  assign: z.enum(['none', 'round_robin']).optional(),
  loadCap: z.number().int().min(1).max(1000).nullable().optional(),
});
export const routingRuleRefInput = z.strictObject({ channelId: id, ruleId: id });
/** All rules of the channel, in their new order. */
export const orderRoutingRulesInput = z.strictObject({ channelId: id, ruleIds: z.array(id).max(500) });
