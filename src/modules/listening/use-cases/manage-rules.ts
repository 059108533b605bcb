import type { z } from 'zod';
import { notFound } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import { moveOverheard } from '@/modules/conversations/use-cases/note-listening';
import type { Actor } from '@/platform/context/context';
import { defineUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { createRuleInput, type RuleView, ruleRefInput, updateRuleInput } from '../contract';
import { ruleChanged } from '../events';
import { listRules } from '../queries/list-rules';
import { findOverheard } from '../store/heard-messages';
import { recordSilence } from '../store/record-silence';

type Context = UseCaseContext<Actor>;

/** Silences what meets it from now on, and what stands in Listening already. */
export const createRule = defineUseCase({
  name: 'listening.create_silence_rule',
  permission: 'listening.silence',
  input: createRuleInput,
  run: async (context, rule: z.output<typeof createRuleInput>): Promise<RuleView> => {
    const { db } = context;
    const id = newId();
    await db.query(sql`INSERT INTO silence_rules (workspace_id, id, author, words, network, language)
      VALUES (${db.workspaceId}, ${id}::uuid, ${rule.author}, ${rule.words}, ${rule.network}, ${rule.language})`);
    await recordSilence(context, [{ id, ...rule }], await findOverheard(db));
    leaveTrail(context, 'listening.create_silence_rule', id);
    return ruleOf(context, id);
  },
});

/** Rests or works again; what it silenced stays silent. */
export const updateRule = defineUseCase({
  name: 'listening.update_silence_rule',
  permission: 'listening.silence',
  input: updateRuleInput,
  run: async (context, input: z.output<typeof updateRuleInput>): Promise<RuleView> => {
    await setActive(context, input.silenceRuleId, input.isActive);
    leaveTrail(context, 'listening.update_silence_rule', input.silenceRuleId);
    return ruleOf(context, input.silenceRuleId);
  },
});

/** Everything it silenced and is silent still comes back, and the rule rests: nothing of it is silenced again. */
export const reverseRule = defineUseCase({
  name: 'listening.reverse_silence_rule',
  permission: 'listening.silence',
  input: ruleRefInput,
  run: async (context, { silenceRuleId }: z.output<typeof ruleRefInput>): Promise<{ restored: number }> => {
    await setActive(context, silenceRuleId, false);
    const restored = await restore(context, silenceRuleId);
    leaveTrail(context, 'listening.reverse_silence_rule', silenceRuleId, { restored });
    return { restored };
  },
});

/** Gone with all it did: what it silenced comes back. */
export const deleteRule = defineUseCase({
  name: 'listening.delete_silence_rule',
  permission: 'listening.silence',
  input: ruleRefInput,
  run: async (context, { silenceRuleId }: z.output<typeof ruleRefInput>): Promise<void> => {
    const { db } = context;
    await setActive(context, silenceRuleId, false);
    const restored = await restore(context, silenceRuleId);
    await db.query(
      sql`DELETE FROM silence_rules WHERE workspace_id = ${db.workspaceId} AND id = ${silenceRuleId}::uuid`,
    );
    leaveTrail(context, 'listening.delete_silence_rule', silenceRuleId, { restored });
  },
});

/** Locks the rule on the way. @throws silence_rule_not_found */
async function setActive({ db }: Context, ruleId: string, isActive: boolean): Promise<void> {
  const rows = await db.query(sql`UPDATE silence_rules SET is_active = ${isActive}
    WHERE workspace_id = ${db.workspaceId} AND id = ${ruleId}::uuid RETURNING id`);
  if (rows.length === 0) throw notFound('silence_rule_not_found');
}

async function restore(context: Context, ruleId: string): Promise<number> {
  const { db } = context;
  const rows = await db.query<{ id: string }>(sql`
    SELECT conversation_id AS id FROM silencings WHERE workspace_id = ${db.workspaceId} AND rule_id = ${ruleId}::uuid`);
  const conversationIds = rows.map(({ id }) => id);
  return (await moveOverheard.run(context, { conversationIds, to: 'overheard' })).length;
}

async function ruleOf(context: Context, ruleId: string): Promise<RuleView> {
  const rule = (await listRules(context)).find(({ id }) => id === ruleId);
  if (!rule) throw notFound('silence_rule_not_found');
  return rule;
}

function leaveTrail(
  context: Context,
  action: string,
  ruleId: string,
  data: Record<string, unknown> = {},
): void {
  context.emit(ruleChanged(ruleId));
  context.audit({ action, subjectType: 'silence_rule', subjectId: ruleId, data });
}
