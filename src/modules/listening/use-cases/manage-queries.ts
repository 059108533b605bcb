import type { z } from 'zod';
import { conflict, invalidInput, notFound } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { Network } from '@/kernel/vocabulary';
import { type ListeningTerm, setListeningTerms } from '@/modules/channels/use-cases/set-listening-terms';
import type { Actor } from '@/platform/context/context';
import { defineUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { createQueryInput, type QueryView, queryRefInput, updateQueryInput } from '../contract';
import { queryChanged } from '../events';
import { listQueries } from '../queries/list-queries';
import { findRecentlyHeard } from '../store/heard-messages';
import { findActiveQueries, recordMatches } from '../store/record-matches';

type Context = UseCaseContext<Actor>;
type Kept = Omit<QueryView, 'found'>;

/** Searches a workspace may have: what keeps the matching of each message cheap. */
export const MOST_QUERIES = 200;

/** Listens for something from now on, and in what came in the last days. Refuses one too many (`too_many_queries`). */
export const createQuery = defineUseCase({
  name: 'listening.create_query',
  permission: 'listening.manage',
  input: createQueryInput,
  run: async (context, query: z.output<typeof createQueryInput>): Promise<QueryView> => {
    const { db } = context;
    const [row] = await db.query<{ count: number }>(
      sql`SELECT count(*)::int AS count FROM listening_queries WHERE workspace_id = ${db.workspaceId}`,
    );
    if ((row?.count ?? 0) >= MOST_QUERIES) {
      throw conflict('too_many_queries', { params: { most: MOST_QUERIES } });
    }
    return save(context, 'listening.create_query', { id: newId(), isActive: true, ...query });
  },
});

/** Changes a search; what it found before and would not find now is forgotten. */
export const updateQuery = defineUseCase({
  name: 'listening.update_query',
  permission: 'listening.manage',
  input: updateQueryInput,
  run: async (context, { queryId, ...change }: z.output<typeof updateQueryInput>): Promise<QueryView> => {
    const { db } = context;
    const [before] = await db.query<Kept>(sql`
      SELECT id, name, any_of AS "anyOf", all_of AS "allOf", none_of AS "noneOf", networks, languages, is_active AS "isActive"
      FROM listening_queries WHERE workspace_id = ${db.workspaceId} AND id = ${queryId}::uuid FOR UPDATE`);
    if (!before) throw notFound('listening_query_not_found');
    const query = { ...before, ...change };
    if (query.anyOf.length + query.allOf.length === 0) {
      throw invalidInput([{ path: 'anyOf', reason: 'nothing_to_find' }]);
    }
    return save(context, 'listening.update_query', query);
  },
});

export const deleteQuery = defineUseCase({
  name: 'listening.delete_query',
  permission: 'listening.manage',
  input: queryRefInput,
  run: async (context, { queryId }: z.output<typeof queryRefInput>): Promise<void> => {
    const { db } = context;
    const gone = await db.query(sql`DELETE FROM listening_queries
      WHERE workspace_id = ${db.workspaceId} AND id = ${queryId}::uuid RETURNING id`);
    if (gone.length === 0) throw notFound('listening_query_not_found');
    await tellNetworks(context);
    leaveTrail(context, 'listening.delete_query', queryId);
  },
});

async function save(context: Context, action: string, query: Kept): Promise<QueryView> {
  const { db, now } = context;
  await db.pipeline(
    sql`INSERT INTO listening_queries (workspace_id, id, name, any_of, all_of, none_of, networks, languages, is_active)
      VALUES (${db.workspaceId}, ${query.id}::uuid, ${query.name}, ${query.anyOf}, ${query.allOf}, ${query.noneOf},
        ${query.networks}, ${query.languages}, ${query.isActive})
      ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, any_of = excluded.any_of, all_of = excluded.all_of,
        none_of = excluded.none_of, networks = excluded.networks, languages = excluded.languages, is_active = excluded.is_active`,
    sql`DELETE FROM listening_matches WHERE workspace_id = ${db.workspaceId} AND query_id = ${query.id}::uuid`,
  );
  if (query.isActive) await recordMatches(context, [query], await findRecentlyHeard(db, now()));
  await tellNetworks(context);
  leaveTrail(context, action, query.id);
  const kept = (await listQueries(context)).find(({ id }) => id === query.id);
  return kept ?? { ...query, found: 0 };
}

/** What networks with a search of their own are asked for: the wanted terms; the rest is told apart here. */
async function tellNetworks(context: Context): Promise<void> {
  const terms = new Map<string, ListeningTerm>();
  for (const { anyOf, allOf, networks } of await findActiveQueries(context.db)) {
    const wanted = anyOf.length > 0 ? anyOf : allOf.slice(0, 1);
    const places: (Network | undefined)[] = networks.length > 0 ? (networks as Network[]) : [undefined];
    for (const term of wanted) {
      for (const network of places) {
        terms.set(`${network ?? ''} ${term}`, network === undefined ? { term } : { term, network });
      }
    }
  }
  await setListeningTerms.run(context, { terms: [...terms.values()] });
}

function leaveTrail(context: Context, action: string, queryId: string): void {
  context.emit(queryChanged(queryId));
  context.audit({ action, subjectType: 'listening_query', subjectId: queryId });
}
