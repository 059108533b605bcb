import type { RateLimit } from '@/connectors/contract';
import { lockSends, reserveSends } from '@/modules/channels/use-cases/reserve-budget';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';

type Limits = readonly RateLimit[] | undefined;

/** A reply that waits on its channel; the oldest goes first. */
export interface Waiting {
  id: string;
  createdAt: Date;
  slotAt: Date | null;
}

/**
 * The time at which this reply may leave. Older ones that are due and have no place yet get theirs with it, and
 * younger ones that were served before hand theirs on: places go by age.
 * Plan: deliveries (workspace_id, channel_id, state, due_at); rows out of order only.
 */
export async function takeTurn(
  db: TenantTransaction,
  channelId: string,
  own: Waiting,
  { limits, now }: { limits: Limits; now: Date },
): Promise<Date> {
  if (own.slotAt) return own.slotAt;
  await lockSends(db, channelId);
  // While we waited for the lock, a younger reply may have brought us our place.
  const [given] = await db.query<{ slotAt: Date | null }>(sql`
    SELECT slot_at AS "slotAt" FROM deliveries WHERE workspace_id = ${db.workspaceId} AND id = ${own.id}::uuid`);
  if (given?.slotAt) return given.slotAt;
  const [first] = await reserveSends(db, channelId, limits, { count: 1, now });
  const others = await findOutOfOrder(db, channelId, own);
  if (others.length === 0) return first ?? now;
  const older = others.filter(({ slotAt }) => slotAt === null);
  const more = await reserveSends(db, channelId, limits, { count: older.length, now });
  const places = [first ?? now, ...more, ...others.flatMap(({ slotAt }) => slotAt ?? [])];
  const turns = byAge([own, ...others], places);
  await saveTurns(
    db,
    turns.filter(({ id }) => id !== own.id),
  );
  return turns.find(({ id }) => id === own.id)?.at ?? now;
}

/** Places by age: the oldest reply gets the earliest. */
export function byAge(waiting: readonly Waiting[], places: readonly Date[]): { id: string; at: Date }[] {
  const people = [...waiting].sort(
    (one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  const times = [...places].sort((one, other) => one.getTime() - other.getTime());
  return people.flatMap(({ id }, index) => {
    const at = times[index];
    return at ? [{ id, at }] : [];
  });
}

function findOutOfOrder(db: TenantTransaction, channelId: string, own: Waiting): Promise<Waiting[]> {
  return db.query<Waiting>(sql`
    SELECT d.id, d.created_at AS "createdAt", d.slot_at AS "slotAt"
    FROM deliveries d JOIN messages m ON m.workspace_id = d.workspace_id AND m.id = d.message_id
    WHERE d.workspace_id = ${db.workspaceId} AND d.channel_id = ${channelId}::uuid AND d.state IN ('queued', 'retrying')
      AND m.send_state = 'queued' AND d.id <> ${own.id}::uuid
      AND CASE WHEN d.slot_at IS NULL THEN d.due_at <= now() AND (d.created_at, d.id) < (${own.createdAt}::timestamptz, ${own.id}::uuid)
        ELSE (d.created_at, d.id) > (${own.createdAt}::timestamptz, ${own.id}::uuid) END
    ORDER BY d.created_at, d.id FOR UPDATE OF d`);
}

/**
 * Gives everything that waits on the channel new places, after the network has said that nothing is left.
 * @returns the messages whose time has changed
 */
export async function replanWaiting(
  db: TenantTransaction,
  channelId: string,
  { limits, now }: { limits: Limits; now: Date },
): Promise<{ conversationId: string; messageId: string }[]> {
  const waiting = await db.query<Waiting & { conversationId: string; messageId: string }>(sql`
    SELECT d.id, d.created_at AS "createdAt", d.slot_at AS "slotAt", m.id AS "messageId", m.conversation_id AS "conversationId"
    FROM deliveries d JOIN messages m ON m.workspace_id = d.workspace_id AND m.id = d.message_id
    WHERE d.workspace_id = ${db.workspaceId} AND d.channel_id = ${channelId}::uuid AND d.state IN ('queued', 'retrying')
      AND m.send_state = 'queued' AND d.slot_at IS NOT NULL
    ORDER BY d.created_at, d.id FOR UPDATE OF d`);
  if (waiting.length === 0) return [];
  const places = await reserveSends(db, channelId, limits, { count: waiting.length, now });
  await saveTurns(db, byAge(waiting, places));
  return waiting.map(({ conversationId, messageId }) => ({ conversationId, messageId }));
}

/** Their jobs wake at the earlier time, find the new one and come again. */
export async function saveTurns(
  db: TenantTransaction,
  turns: readonly { id: string; at: Date }[],
): Promise<void> {
  if (turns.length === 0) return;
  await db.query(sql`
    UPDATE deliveries d SET slot_at = t.at, due_at = t.at
    FROM unnest(${turns.map(({ id }) => id)}::uuid[], ${turns.map(({ at }) => at)}::timestamptz[]) AS t(id, at)
    WHERE d.workspace_id = ${db.workspaceId} AND d.id = t.id`);
}
