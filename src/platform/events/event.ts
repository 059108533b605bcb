import { newId } from '@/kernel/ids';
import { sql } from '@/platform/db/sql';

/** A fact in the past tense, ids only: `conversation.resolved`, `{ conversationId }`. */
export interface DomainEvent {
  type: `${string}.${string}`;
  payload: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** An event as readers of the outbox get it. */
export interface RecordedEvent extends DomainEvent {
  id: string;
  /** Position in the one order that misses nothing: `xid:id`. */
  position: string;
  workspaceId: string;
  /** Who did it; null for the system. */
  memberId: string | null;
  createdAt: Date;
}

/** The statement that records events in the transaction it stands in. */
export function recordEvents(workspaceId: string, memberId: string | null, events: readonly DomainEvent[]) {
  return sql`INSERT INTO outbox_events (workspace_id, id, type, payload, member_id)
    SELECT ${workspaceId}::uuid, e.id, e.type, e.payload, ${memberId}::uuid
    FROM unnest(${events.map(() => newId())}::uuid[], ${events.map(({ type }) => type)}::text[],
      ${events.map(({ payload }) => JSON.stringify(payload))}::jsonb[]) AS e(id, type, payload)`;
}
