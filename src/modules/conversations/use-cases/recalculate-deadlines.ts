import { openingTimesOf } from '@/modules/workspaces/queries';
import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { empty, sql } from '@/platform/db/sql';
import { deadlinesOf } from '../domain/attention';
import { conversationsChanged } from '../events';
import { lockForTriage } from '../store/triage-rows';

/** How many one transaction takes, so that nobody's answer waits long for its locks. */
const CHUNK = 500;

interface Input {
  /** Of this channel only; absent: of the whole workspace. */
  channelId?: string | undefined;
  /** Conversations with greater ids only. */
  after: string | null;
}

/**
 * The next 500 waiting conversations by id: due and attention told anew from promise, business time and person.
 * @returns the last id looked at, null once none is left
 */
export const recalculateDeadlinesChunk = defineSystemUseCase<Input, string | null>({
  name: 'conversations.recalculate_deadlines',
  run: async (context, { channelId, after }) => {
    const { db, emit } = context;
    // Plan: primary key of conversations, from where the last chunk ended.
    const waiting = await db.query<{ id: string }>(sql`
      SELECT id FROM conversations
      WHERE workspace_id = ${db.workspaceId} AND waiting_since IS NOT NULL
        ${after ? sql`AND id > ${after}::uuid` : empty} ${channelId ? sql`AND channel_id = ${channelId}::uuid` : empty}
      ORDER BY id LIMIT ${CHUNK}`);
    const ids = waiting.map(({ id }) => id);
    const rows = await lockForTriage(db, ids);
    const times = await openingTimesOf(context);
    const told = rows.flatMap(({ id, state, ...row }) => {
      if (state.waitingSince === null) return [];
      const isPublic = state.visibility === 'public';
      return [
        { id, ...deadlinesOf({ ...row, waitingSince: new Date(state.waitingSince), isPublic }, times) },
      ];
    });
    const changed = await db.query<{ id: string }>(sql`
      UPDATE conversations c SET due_at = t.due_at, attention_at = t.attention_at
      FROM unnest(${told.map(({ id }) => id)}::uuid[], ${told.map(({ dueAt }) => dueAt)}::timestamptz[],
        ${told.map(({ attentionAt }) => attentionAt)}::timestamptz[]) AS t(id, due_at, attention_at)
      WHERE c.workspace_id = ${db.workspaceId} AND c.id = t.id
        AND (c.due_at, c.attention_at) IS DISTINCT FROM (t.due_at, t.attention_at)
      RETURNING c.id`);
    if (changed.length > 0) emit(conversationsChanged(changed.map(({ id }) => id)));
    return ids.length === CHUNK ? (ids.at(-1) ?? null) : null;
  },
});

/** All of them, a transaction a chunk; run twice or killed in between it begins again and ends the same. */
export async function recalculateAllDeadlines(
  context: TenantContext<null>,
  { channelId }: { channelId?: string | undefined },
): Promise<void> {
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await runUnitOfWork(context, (work) =>
      recalculateDeadlinesChunk.run(work, { channelId, after: from }),
    );
  } while (after !== null);
}
