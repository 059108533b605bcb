import { type Sql, sql } from '@/platform/db/sql';

/** Beyond this a word is too common to narrow a list by; the newest messages win. */
const MOST_MESSAGES = 2000;
const MOST_PEOPLE = 500;

/**
 * Conversations a typed text may mean: by a message, by the person, by the subject. Rows expected: up to a few
 * thousand ids. Plan: function scans (GIN indexes inside), then conversations_workspace_id_contact_id_last_message_at_idx.
 */
export function searchCandidatesSql(workspaceId: string, typed: string): Sql {
  return sql`
    SELECT f.conversation_id AS id FROM search_messages(${typed}::text, 'infinity'::timestamptz,
      'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid, ${MOST_MESSAGES}::int) f
    UNION
    SELECT c.id FROM search_contacts(${typed}::text, 0, ${MOST_PEOPLE}::int) p
    JOIN conversations c ON c.workspace_id = ${workspaceId}::uuid AND c.contact_id = p.contact_id`;
}
