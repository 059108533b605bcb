import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { BudgetState } from '../domain/pace';

type Scope = 'send' | 'read';

/** A channel's budget, made where there is none yet, and locked to the end of the transaction. Plan: primary key. */
export async function lockBudget(
  db: TenantTransaction,
  channelId: string,
  scope: Scope,
): Promise<BudgetState> {
  const [, [row]] = await db.pipeline<[unknown[], BudgetState[]]>(
    sql`INSERT INTO channel_budgets (workspace_id, channel_id, scope, reserved_to)
      VALUES (${db.workspaceId}, ${channelId}::uuid, ${scope}, 'epoch') ON CONFLICT DO NOTHING`,
    sql`SELECT reserved_to AS "reservedTo", remaining, resets_at AS "resetsAt" FROM channel_budgets
      WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND scope = ${scope} FOR UPDATE`,
  );
  if (!row) throw new Error('a budget that was just made is gone');
  return row;
}

/** @param ceiling the limit as the network names it; what is known stays where it does not */
export async function saveBudget(
  db: TenantTransaction,
  channelId: string,
  scope: Scope,
  { reservedTo, remaining, resetsAt }: BudgetState,
  ceiling?: number,
): Promise<void> {
  await db.query(sql`
    UPDATE channel_budgets SET reserved_to = ${reservedTo}, remaining = ${remaining}, resets_at = ${resetsAt},
      ceiling = coalesce(${ceiling ?? null}::int, ceiling)
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND scope = ${scope}`);
}
