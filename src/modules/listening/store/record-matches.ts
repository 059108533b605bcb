import { noteMatchedTerms } from '@/modules/conversations/use-cases/note-listening';
import type { Actor } from '@/platform/context/context';
import type { UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import { type ListeningQuery, type Match, prepareQueries } from '../domain/match-terms';
import type { HeardMessage } from './heard-messages';

/** Searches at work; hundreds at most (see `MOST_QUERIES`). */
export function findActiveQueries(db: TenantDb): Promise<ListeningQuery[]> {
  return db.query<ListeningQuery>(sql`
    SELECT id, any_of AS "anyOf", all_of AS "allOf", none_of AS "noneOf", networks, languages
    FROM listening_queries WHERE workspace_id = ${db.workspaceId} AND is_active ORDER BY created_at, id`);
}

/** Writes down which messages meet which searches, and the terms on their conversations: a statement each, however many. */
export async function recordMatches(
  context: UseCaseContext<Actor | null>,
  queries: readonly ListeningQuery[],
  messages: readonly HeardMessage[],
): Promise<void> {
  const matchesOf = prepareQueries(queries);
  const found = messages.flatMap((message) =>
    matchesOf(message).map((match: Match) => ({
      ...match,
      messageId: message.id,
      conversationId: message.conversationId,
      sentAt: message.sentAt,
    })),
  );
  if (found.length === 0) return;
  const { db } = context;
  await db.query(sql`
    INSERT INTO listening_matches (workspace_id, query_id, message_id, term, matched_at)
    SELECT ${db.workspaceId}::uuid, r."queryId", r."messageId", r.term, r."sentAt"
    FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      AS r("queryId" uuid, "messageId" uuid, term text, "sentAt" timestamptz)
    ON CONFLICT DO NOTHING`);
  const terms = new Map<string, Set<string>>();
  for (const { conversationId, term } of found) {
    terms.set(conversationId, (terms.get(conversationId) ?? new Set()).add(term));
  }
  await noteMatchedTerms.run(context, {
    found: [...terms].map(([conversationId, known]) => ({ conversationId, terms: [...known] })),
  });
}
