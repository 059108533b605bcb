import { AppError, invalidInput, notFound } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import {
  createRoutingRuleInput,
  orderRoutingRulesInput,
  type RoutingRuleView,
  routingRuleRefInput,
  updateRoutingRuleInput,
} from '../contract/routing';
import { channelChanged } from '../events';
import { getChannel } from '../queries';
import { listRoutingRules } from '../queries/routing-rules';
import { requireTeam } from './create-channel';

const MOST_RULES = 500;
const permission = 'channels.manage';

/** Adds a rule as the last one. Refuses a team that is not there and more than 500 rules. */
export const createRoutingRule = defineOperatorUseCase({
  name: 'channels.create-routing-rule',
  permission,
  input: createRoutingRuleInput,
  run: async ({ db, emit, audit }, { channelId, ...fields }): Promise<RoutingRuleView> => {
    await getChannel({ db }, channelId);
    await requireTeam(db, fields.teamId);
    const rules = await lockRules(db, channelId);
    if (rules.length >= MOST_RULES) {
      throw new AppError('conflict', 'too_many_rules', { params: { maximum: MOST_RULES } });
    }
    const id = newId();
    const position = Math.max(0, ...rules.map((rule) => rule.position + 1));
    await db.models.routingRule.create({
      data: { ...fields, workspaceId: db.workspaceId, id, channelId, position },
    });
    emit(channelChanged(channelId));
    audit({
      action: 'channels.create-rule',
      subjectType: 'channel',
      subjectId: channelId,
      data: { rule: id },
    });
    return { ...fields, id, channelId, position };
  },
});

/** Changes a rule. Refuses `rule_not_found`, and turns without a team. */
export const updateRoutingRule = defineOperatorUseCase({
  name: 'channels.update-routing-rule',
  permission,
  input: updateRoutingRuleInput,
  run: async ({ db, emit, audit }, { channelId, ruleId, ...fields }): Promise<RoutingRuleView> => {
    await requireTeam(db, fields.teamId);
    const known = (await lockRules(db, channelId)).find(({ id }) => id === ruleId);
    if (!known) throw notFound('rule_not_found');
    const { teamId = known.teamId, assign = known.assign } = fields;
    if (assign === 'round_robin' && !teamId) throw invalidInput([{ path: 'teamId', reason: 'required' }]);
    const where = { workspaceId: db.workspaceId, id: ruleId, channelId };
    await db.models.routingRule.updateMany({ where, data: fields });
    emit(channelChanged(channelId));
    audit({
      action: 'channels.update-rule',
      subjectType: 'channel',
      subjectId: channelId,
      data: { rule: ruleId },
    });
    const rule = (await listRoutingRules({ db }, { channelId })).find(({ id }) => id === ruleId);
    if (!rule) throw notFound('rule_not_found');
    return rule;
  },
});

/** What it has routed stays where it is. Refuses `rule_not_found`. */
export const deleteRoutingRule = defineOperatorUseCase({
  name: 'channels.delete-routing-rule',
  permission,
  input: routingRuleRefInput,
  run: async ({ db, emit, audit }, { channelId, ruleId }): Promise<void> => {
    const where = { workspaceId: db.workspaceId, id: ruleId, channelId };
    const { count } = await db.models.routingRule.deleteMany({ where });
    if (count === 0) throw notFound('rule_not_found');
    emit(channelChanged(channelId));
    audit({
      action: 'channels.delete-rule',
      subjectType: 'channel',
      subjectId: channelId,
      data: { rule: ruleId },
    });
  },
});

/** Puts a channel's rules in order; those not named follow as they stood. Refuses one that is not the channel's. */
export const orderRoutingRules = defineOperatorUseCase({
  name: 'channels.order-routing-rules',
  permission,
  input: orderRoutingRulesInput,
  run: async ({ db, emit }, { channelId, ruleIds }) => {
    await getChannel({ db }, channelId);
    const rules = await lockRules(db, channelId);
    if (ruleIds.some((id) => !rules.some((rule) => rule.id === id))) throw notFound('rule_not_found');
    const rest = rules.map(({ id }) => id).filter((id) => !ruleIds.includes(id));
    await db.query(sql`
      UPDATE routing_rules r SET position = o.place - 1
      FROM unnest(${[...new Set(ruleIds), ...rest]}::uuid[]) WITH ORDINALITY AS o(id, place)
      WHERE r.workspace_id = ${db.workspaceId} AND r.id = o.id`);
    emit(channelChanged(channelId));
    return { data: await listRoutingRules({ db }, { channelId }), nextCursor: null };
  },
});

/** Whoever changes a channel's rules at the same time waits. */
async function lockRules(db: TenantTransaction, channelId: string) {
  await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`rules:${channelId}`}, 0))`);
  const where = { workspaceId: db.workspaceId, channelId };
  return db.models.routingRule.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
}
