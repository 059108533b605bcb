import { moveOverheard } from '@/modules/conversations/use-cases/note-listening';
import type { Actor } from '@/platform/context/context';
import type { UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import { prepareSilence, type SilenceRule } from '../domain/silence';
import type { HeardMessage } from './heard-messages';

export function findActiveRules(db: TenantDb): Promise<SilenceRule[]> {
  return db.query<SilenceRule>(sql`
    SELECT id, author, words, network, language FROM silence_rules
    WHERE workspace_id = ${db.workspaceId} AND is_active ORDER BY created_at, id`);
}

/**
 * Silences the overheard conversations whose messages meet a rule, and writes down which. What a rule silenced once
 * and somebody brought back is not silenced again.
 * @returns how many were silenced
 */
export async function recordSilence(
  context: UseCaseContext<Actor | null>,
  rules: readonly SilenceRule[],
  messages: readonly HeardMessage[],
): Promise<number> {
  const ruleFor = prepareSilence(rules);
  const byConversation = new Map<string, string>();
  for (const message of messages) {
    if (message.status !== 'overheard' || message.wasSilenced) continue;
    const rule = ruleFor(message);
    if (rule && !byConversation.has(message.conversationId)) {
      byConversation.set(message.conversationId, rule.id);
    }
  }
  if (byConversation.size === 0) return 0;
  const { db } = context;
  const moved = await moveOverheard.run(context, {
    conversationIds: [...byConversation.keys()],
    to: 'silenced',
  });
  await db.query(sql`
    INSERT INTO silencings (workspace_id, conversation_id, rule_id)
    SELECT ${db.workspaceId}::uuid, t.* FROM unnest(
      ${moved}::uuid[], ${moved.map((id) => byConversation.get(id) ?? null)}::uuid[]) AS t
    ON CONFLICT DO NOTHING`);
  return moved.length;
}
