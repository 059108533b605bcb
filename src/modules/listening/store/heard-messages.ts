import type { Network } from '@/kernel/vocabulary';
import { type Sql, sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { Heard } from '../domain/match-terms';

/** A message as searches and rules look at it. */
export interface HeardMessage extends Heard {
  id: string;
  conversationId: string;
  network: Network;
  /** Where its conversation stands, and whether a rule silenced it before. */
  status: string;
  wasSilenced: boolean;
  authorName: string | null;
  authorHandles: string[];
  sentAt: Date;
}

/** A search looks back this far, and at no more than so many. */
export const LOOK_BACK_DAYS = 7;
export const MOST_LOOKED_AT = 5000;

/** These messages, without those of ours and those that are gone. Plan: primary keys. */
export function findHeard(db: TenantDb, messageIds: readonly string[]): Promise<HeardMessage[]> {
  return db.query<HeardMessage>(heardSql(db.workspaceId, sql`m.id = ANY (${messageIds}::uuid[])`));
}

/** The newest of the last days. Plan: messages (workspace_id, sent_at DESC, id DESC), cut at the limit. */
export function findRecentlyHeard(db: TenantDb, now: Date, most = MOST_LOOKED_AT): Promise<HeardMessage[]> {
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000);
  return db.query<HeardMessage>(sql`${heardSql(db.workspaceId, sql`m.sent_at > ${since}`)}
    ORDER BY m.sent_at DESC, m.id DESC LIMIT ${most}`);
}

/** What stands in Listening now, each conversation by its first message. Plan: conversations_status_newest. */
export function findOverheard(db: TenantDb): Promise<HeardMessage[]> {
  return db.query<HeardMessage>(
    heardSql(
      db.workspaceId,
      sql`m.id IN (SELECT f.id FROM (SELECT o.id FROM conversations o WHERE o.workspace_id = ${db.workspaceId}
          AND o.status = 'overheard' ORDER BY o.last_message_at DESC, o.id DESC LIMIT ${MOST_LOOKED_AT}) o
        CROSS JOIN LATERAL (SELECT x.id FROM messages x WHERE x.workspace_id = ${db.workspaceId}
          AND x.conversation_id = o.id AND x.direction = 'inbound' ORDER BY x.sent_at, x.id LIMIT 1) f)`,
    ),
  );
}

function heardSql(workspaceId: string, condition: Sql): Sql {
  return sql`SELECT m.id, m.conversation_id AS "conversationId", m.text, c.network, coalesce(m.language, c.language) AS language,
      c.status, EXISTS (SELECT 1 FROM silencings s WHERE s.workspace_id = m.workspace_id
        AND s.conversation_id = m.conversation_id) AS "wasSilenced", ct.name AS "authorName",
      ARRAY (SELECT i.handle FROM identities i WHERE i.workspace_id = m.workspace_id AND i.contact_id = m.contact_id
        AND i.handle IS NOT NULL) AS "authorHandles", m.sent_at AS "sentAt"
    FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
    LEFT JOIN contacts ct ON ct.workspace_id = m.workspace_id AND ct.id = m.contact_id
    WHERE m.workspace_id = ${workspaceId} AND m.direction = 'inbound' AND m.deleted_at IS NULL AND ${condition}`;
}
