import type { FieldError } from '@/kernel/errors';
import { type Sql, sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import { enqueueStatement } from '@/platform/jobs/job';
import { drainChannel } from '../jobs';

export interface NewRawEvent {
  id: string;
  channelId: string;
  externalId: string;
  headers: Record<string, string>;
  body: Uint8Array;
  /** Put aside at once: it will never make sense as it is. */
  parked?: { reason: string; fields: readonly FieldError[] };
}

/**
 * Stores deliveries once by their external ids and asks for their channels to be drained, in one round trip and
 * one transaction. @returns the ids of those that are new
 */
export async function storeRawEvents(
  db: TenantDb,
  events: readonly NewRawEvent[],
): Promise<ReadonlySet<string>> {
  const unique = oncePerDelivery(events);
  // Always in one order: two batches that name the same channels never wait for one another in a circle.
  const channels = [...new Set(unique.map(({ channelId }) => channelId))].sort();
  const [stored] = await db.pipeline<[{ id: string }[], ...unknown[][]]>(
    insertStatement(db.workspaceId, unique),
    ...channels.map((channelId) =>
      enqueueStatement(db.workspaceId, drainChannel, { channelId }, { key: channelId }),
    ),
  );
  return new Set(stored.map(({ id }) => id));
}

/** Of the same delivery twice in one batch the later counts, unless it was refused and the earlier was not. */
function oncePerDelivery(events: readonly NewRawEvent[]): NewRawEvent[] {
  const byDelivery = new Map<string, NewRawEvent>();
  for (const event of events) {
    const key = `${event.channelId} ${event.externalId}`;
    const earlier = byDelivery.get(key);
    if (!earlier || earlier.parked || !event.parked) byDelivery.set(key, event);
  }
  return [...byDelivery.values()];
}

/**
 * Plan: unique index (workspace_id, channel_id, external_id) decides what is new. A delivery that was refused
 * and comes again mended takes the refused one's place.
 */
function insertStatement(workspaceId: string, events: readonly NewRawEvent[]): Sql {
  const column = <Value>(of: (event: NewRawEvent) => Value) => events.map(of);
  return sql`
    INSERT INTO raw_events (workspace_id, id, channel_id, external_id, headers, body, state, reason, detail)
    SELECT ${workspaceId}::uuid, e.id, e.channel_id, e.external_id, e.headers, e.body,
      CASE WHEN e.reason IS NULL THEN 'pending' ELSE 'parked' END, e.reason, e.detail
    FROM unnest(${column(({ id }) => id)}::uuid[], ${column(({ channelId }) => channelId)}::uuid[],
      ${column(({ externalId }) => externalId)}::text[], ${column(({ headers }) => JSON.stringify(headers))}::jsonb[],
      ${column(({ body }) => Buffer.from(body))}::bytea[], ${column(({ parked }) => parked?.reason ?? null)}::text[],
      ${column(({ parked }) => (parked ? JSON.stringify({ fields: parked.fields }) : null))}::jsonb[])
      WITH ORDINALITY AS e(id, channel_id, external_id, headers, body, reason, detail, arrival)
    ORDER BY e.arrival
    ON CONFLICT (workspace_id, channel_id, external_id) DO UPDATE
      SET body = excluded.body, headers = excluded.headers, state = 'pending', reason = NULL, detail = NULL,
        resolved_body = NULL, resolved_at = NULL, try_at = NULL, attempts = 0
      WHERE raw_events.state = 'parked' AND excluded.state = 'pending' AND raw_events.body <> excluded.body
    RETURNING id`;
}
