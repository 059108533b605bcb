import type { Network } from '@/kernel/vocabulary';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';

export interface ListeningTerm {
  /** Word, phrase or hashtag (`#word`), as a network's search takes it. */
  term: string;
  /** Every network that can search where none is named. */
  network?: Network;
}

/**
 * What networks with a search of their own are asked for from now on: all of it anew, by whoever keeps the search terms
 * (channels know nothing of listening; listening hands its terms to the left through this).
 */
export const setListeningTerms = defineSystemUseCase({
  name: 'channels.set-listening-terms',
  run: async ({ db }, { terms }: { terms: readonly ListeningTerm[] }): Promise<void> => {
    await db.pipeline(
      sql`DELETE FROM listening_terms WHERE workspace_id = ${db.workspaceId}`,
      sql`INSERT INTO listening_terms (workspace_id, network, term)
        SELECT ${db.workspaceId}::uuid, t.network, t.term
        FROM unnest(${terms.map(({ network }) => network ?? '')}::text[], ${terms.map(({ term }) => term)}::text[]) AS t(network, term)
        ON CONFLICT DO NOTHING`,
    );
  },
});
