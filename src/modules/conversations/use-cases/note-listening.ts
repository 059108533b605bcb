import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { decideTriage } from '../domain/triage';
import { conversationChanged, conversationsChanged } from '../events';
import { describeChanges } from '../store/history-lines';
import { type DecidedChange, saveTriage } from '../store/save-triage';
import { lockForTriage } from '../store/triage-rows';

/**
 * Silences what was overheard, or brings it back, many at once; what meanwhile was taken up stays as it is.
 * @returns the conversations that moved
 */
export const moveOverheard = defineSystemUseCase<
  { conversationIds: readonly string[]; to: 'silenced' | 'overheard' },
  string[]
>({
  name: 'conversations.move_overheard',
  run: async ({ db, emit, now, actor }, { conversationIds, to }) => {
    const rows = await lockForTriage(db, conversationIds);
    const action = { type: to === 'silenced' ? ('silence' as const) : ('unsilence' as const) };
    const changes: DecidedChange[] = rows.flatMap((row) => {
      const decided = decideTriage(row, action, now());
      return decided.ok ? [{ row, decision: decided.value }] : [];
    });
    await saveTriage(db, changes, await describeChanges(db, changes), actor?.memberId ?? null);
    const ids = changes.map(({ row }) => row.id);
    const [only] = ids;
    if (ids.length === 1 && only) emit(conversationChanged(only));
    else if (ids.length > 1) emit(conversationsChanged(ids));
    return ids;
  },
});

/** Search terms that were found in conversations, beside those that are known already; what is shown is told anew. */
export const noteMatchedTerms = defineSystemUseCase<
  { found: readonly { conversationId: string; terms: readonly string[] }[] },
  void
>({
  name: 'conversations.note_matched_terms',
  run: async ({ db, emit }, { found }) => {
    if (found.length === 0) return;
    const rows = await db.query<{ id: string }>(sql`
      WITH found AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) AS r("conversationId" uuid, terms text[])
      ), locked AS (
        SELECT c.id, c.matched_terms, f.terms FROM conversations c JOIN found f ON f."conversationId" = c.id
        WHERE c.workspace_id = ${db.workspaceId} AND NOT c.matched_terms @> f.terms ORDER BY c.id FOR UPDATE OF c
      )
      UPDATE conversations c SET matched_terms = l.matched_terms
        || ARRAY (SELECT t FROM unnest(l.terms) AS t WHERE NOT t = ANY (l.matched_terms))
      FROM locked l WHERE c.workspace_id = ${db.workspaceId} AND c.id = l.id RETURNING c.id`);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) emit(conversationsChanged(ids));
  },
});

/** Says of conversations since when they spread; null where that is over. */
export const noteSpreading = defineSystemUseCase<
  { conversationIds: readonly string[]; since: Date | null },
  void
>({
  name: 'conversations.note_spreading',
  run: async ({ db, emit }, { conversationIds, since }) => {
    if (conversationIds.length === 0) return;
    const rows = await db.query<{ id: string }>(sql`
      UPDATE conversations SET spreading_since = ${since}
      WHERE workspace_id = ${db.workspaceId} AND id = ANY (${conversationIds}::uuid[])
        AND (spreading_since IS NULL) <> (${since}::timestamptz IS NULL) RETURNING id`);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) emit(conversationsChanged(ids));
  },
});
