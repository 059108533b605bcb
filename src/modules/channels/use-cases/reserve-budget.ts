import type { RateLimit } from '@/connectors/contract';
import type { Budget } from '@/connectors/contract/asking';
import { sql } from '@/platform/db/sql';
import type { TenantDb, TenantTransaction } from '@/platform/db/tenant-db';
import { type BudgetState, correct, isSpent, paceOf, takeSlot } from '../domain/pace';
import { lockBudget, saveBudget } from '../store/budgets';

type Limits = readonly RateLimit[] | undefined;

/**
 * Before a channel's network is asked: one reading within its limits, counted across all processes.
 * @returns null where it may be asked now; else when to come again, and nothing was reserved
 */
export function reserveRead(
  db: TenantDb,
  channelId: string,
  limits: Limits,
  now: Date = new Date(),
): Promise<Date | null> {
  return db.transaction(async (tx) => {
    const { at, state } = takeSlot(await lockBudget(tx, channelId, 'read'), paceOf(limits, 'read'), now);
    if (at > now) return at;
    await saveBudget(tx, channelId, 'read', state);
    return null;
  });
}

/** Whoever else asks for a place of this channel waits from here to the end of the transaction. */
export async function lockSends(db: TenantTransaction, channelId: string): Promise<void> {
  await lockBudget(db, channelId, 'send');
}

/**
 * Places for replies, the earliest first; those who call it for one channel at once follow one another, until
 * the end of the transaction. @returns times from `now` on
 */
export async function reserveSends(
  db: TenantTransaction,
  channelId: string,
  limits: Limits,
  { count, now }: { count: number; now: Date },
): Promise<Date[]> {
  const pace = paceOf(limits, 'send');
  let state = await lockBudget(db, channelId, 'send');
  const places: Date[] = [];
  for (let taken = 0; taken < count; taken += 1) {
    const slot = takeSlot(state, pace, now);
    state = slot.state;
    places.push(slot.at);
  }
  await saveBudget(db, channelId, 'send', state);
  return places;
}

/** True where replies of this channel have to ask for a place at all. Plan: primary key. */
export async function keepsPace(
  db: TenantDb,
  channelId: string,
  limits: Limits,
  now: Date,
): Promise<boolean> {
  if (paceOf(limits, 'send')) return true;
  const [row] = await db.query<BudgetState>(sql`
    SELECT reserved_to AS "reservedTo", remaining, resets_at AS "resetsAt" FROM channel_budgets
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND scope = 'send'`);
  return row !== undefined && (isSpent(row, now) || row.remaining !== null || row.reservedTo > now);
}

/**
 * Keeps what the network said of its limits: of several for one scope the one that is nearest to its end.
 * @returns the scopes in which nothing is left, so that what waits must wait longer
 */
export async function noteBudgets(
  db: TenantTransaction,
  channelId: string,
  limits: Limits,
  budgets: readonly Budget[],
): Promise<('send' | 'read')[]> {
  const spent: ('send' | 'read')[] = [];
  for (const scope of ['read', 'send'] as const) {
    const [tightest] = budgets
      .filter((budget) => budget.scope === scope)
      .sort((one, other) => one.remaining - other.remaining);
    if (!tightest) continue;
    const { remaining, resetsAt, limit } = tightest;
    const state = await lockBudget(db, channelId, scope);
    const corrected = correct(state, paceOf(limits, scope), { remaining: Math.max(0, remaining), resetsAt });
    await saveBudget(db, channelId, scope, corrected, limit);
    if (remaining <= 0) spent.push(scope);
  }
  return spent;
}

/** One try of sending or asking, for the error rate. Plan: primary key of channel_tries. */
export async function countTry(
  db: TenantDb,
  channelId: string,
  scope: 'send' | 'read',
  isFailed: boolean,
): Promise<void> {
  await db.query(sql`
    INSERT INTO channel_tries AS t (workspace_id, channel_id, scope, hour, tried, failed)
    VALUES (${db.workspaceId}, ${channelId}::uuid, ${scope}, date_trunc('hour', now()), 1, ${isFailed ? 1 : 0})
    ON CONFLICT (workspace_id, channel_id, scope, hour)
      DO UPDATE SET tried = t.tried + 1, failed = t.failed + excluded.failed`);
}
