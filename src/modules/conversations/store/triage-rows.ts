import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { Promises } from '../domain/attention';
import type { TriageSubject } from '../domain/triage';

/** A conversation locked for triage, with what its deadlines depend on. */
export interface TriageRow extends TriageSubject {
  id: string;
  channelId: string;
  expectationMinutes: number;
  expectations: Promises;
  language: string | null;
  personWeight: number;
}

interface LockedRow {
  id: string;
  channelId: string;
  expectationMinutes: number;
  expectations: Promises;
  language: string | null;
  personWeight: number;
  tagIds: string[];
  status: TriageRow['state']['status'];
  assigneeId: string | null;
  teamId: string | null;
  priority: number;
  visibility: string;
  snoozedUntil: Date | null;
  waitingSince: Date | null;
  dueAt: Date | null;
  attentionAt: Date | null;
  resolvedAt: Date | null;
}

/**
 * Conversations by id, locked in the order of their ids so that two bulk changes never wait for each other in a circle.
 * Ids of other workspaces, and those that are gone, are left out. Plan: primary keys.
 */
export async function lockForTriage(db: TenantTransaction, ids: readonly string[]): Promise<TriageRow[]> {
  const rows = await db.query<LockedRow>(sql`
    SELECT c.id, c.channel_id AS "channelId", ch.expectation_minutes AS "expectationMinutes", ch.expectations, c.language, c.status, c.priority,
      coalesce((SELECT ct.attention_weight FROM contacts ct WHERE ct.workspace_id = c.workspace_id AND ct.id = c.contact_id), 0) AS "personWeight",
      ARRAY (SELECT t.tag_id FROM conversation_tags t WHERE t.workspace_id = c.workspace_id AND t.conversation_id = c.id) AS "tagIds",
      c.assignee_id AS "assigneeId", c.team_id AS "teamId", c.visibility, c.snoozed_until AS "snoozedUntil",
      c.waiting_since AS "waitingSince", c.due_at AS "dueAt", c.attention_at AS "attentionAt", c.resolved_at AS "resolvedAt"
    FROM conversations c JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
    WHERE c.workspace_id = ${db.workspaceId} AND c.id = ANY (${ids}::uuid[])
    ORDER BY c.id FOR UPDATE OF c`);
  return rows.map(
    ({ id, channelId, expectationMinutes, expectations, language, personWeight, tagIds, ...state }) => ({
      id,
      channelId,
      expectationMinutes,
      expectations,
      language,
      personWeight,
      tagIds,
      state: {
        ...state,
        snoozedUntil: state.snoozedUntil?.getTime() ?? null,
        waitingSince: state.waitingSince?.getTime() ?? null,
        dueAt: state.dueAt?.getTime() ?? null,
        attentionAt: state.attentionAt?.getTime() ?? null,
        resolvedAt: state.resolvedAt?.getTime() ?? null,
      },
    }),
  );
}

/**
 * Since when somebody waits in conversations that are open again: the oldest inbound message after our last answer.
 * Plan: messages by conversation and time, per conversation.
 */
export async function findWaitingSince(
  db: TenantTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.query<{ id: string; since: Date }>(sql`
    SELECT i.id, w.since FROM unnest(${ids}::uuid[]) AS i(id)
    CROSS JOIN LATERAL (
      SELECT min(m.sent_at) AS since FROM messages m
      WHERE m.workspace_id = ${db.workspaceId} AND m.conversation_id = i.id AND m.direction = 'inbound' AND m.deleted_at IS NULL
        AND m.sent_at > coalesce((SELECT max(o.sent_at) FROM messages o
          WHERE o.workspace_id = ${db.workspaceId} AND o.conversation_id = i.id AND o.direction = 'outbound'
            AND o.kind <> 'note' AND o.send_state IS DISTINCT FROM 'cancelled'), '-infinity'::timestamptz)
    ) w WHERE w.since IS NOT NULL`);
  return new Map(rows.map(({ id, since }) => [id, since]));
}
