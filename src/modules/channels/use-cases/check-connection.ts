import type { CheckOutcome } from '@/connectors/contract/connecting';
import { conflict, forbidden, notFound } from '@/kernel/errors';
import type { Actor, TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { defineSystemUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { type CheckResult, connectRefInput } from '../contract/connecting';
import { channelChanged, channelResumed } from '../events';
import { getConnectProgress } from '../queries/connect-progress';
import { findConnecting, findSameAccount } from '../store/connecting-rows';
import { askConnector } from './ask-connector';
import { withFreshAccess } from './refresh-access';
import { noteBudgets } from './reserve-budget';

type Seen = Extract<CheckOutcome, { outcome: 'ok' }>;

/**
 * Asks the network whose account this is, and keeps the answer: an admin's act, outside any transaction. A channel that
 * had lost its access is back where the account is the same. Refuses `account_connected` (the account has a channel,
 * named in the parameters) and `other_account` (a channel never changes whose it is).
 */
export async function checkConnection(context: TenantContext<Actor>, raw: unknown): Promise<CheckResult> {
  if (!context.offers.isAllowed(context.actor.role, 'channels.manage')) throw forbidden();
  const parsed = connectRefInput.safeParse(raw);
  if (!parsed.success) throw notFound('channel_not_found');
  return lookAtAccount(context, parsed.data.channelId);
}

/** As `checkConnection`, for those who have proven their right already: the return from a network's consent page. */
export async function lookAtAccount(context: TenantContext<Actor>, channelId: string): Promise<CheckResult> {
  await findConnecting(context, channelId);
  const outcome = await askAccount(context, channelId);
  await runUnitOfWork(context, (work) => recordCheck.run(work, { channelId, outcome }));
  const progress = await getConnectProgress(context, channelId);
  if (outcome.outcome === 'ok') return { outcome: 'ok', reason: null, detail: null, progress };
  const { reason, detail = null } = outcome;
  return { outcome: outcome.outcome, reason, detail, progress };
}

/** Asks the network and keeps nothing of the answer. */
export async function askAccount(context: TenantContext, channelId: string): Promise<CheckOutcome> {
  const fresh = await withFreshAccess(context, channelId);
  if (fresh.outcome !== 'ready') return fresh;
  const { access, connector } = fresh;
  return askConnector(
    context,
    channelId,
    async (): Promise<CheckOutcome> =>
      (await connector.check?.(access, context.offers.outbound, context.now())) ?? { outcome: 'ok' },
  );
}

/** What a look at the account brought; a passing refusal is kept as what it is and is no revocation. */
export const recordCheck = defineSystemUseCase({
  name: 'channels.record-check',
  run: async (
    context: UseCaseContext<Actor | null>,
    { channelId, outcome }: { channelId: string; outcome: CheckOutcome },
  ): Promise<void> => {
    if (outcome.outcome === 'ok') await keepAccount(context, channelId, outcome);
    else {
      await context.db.query(sql`
        UPDATE channels SET checked_at = now(), check_reason = ${outcome.reason}, check_detail = ${outcome.detail ?? null}, touched_at = now()
        WHERE workspace_id = ${context.db.workspaceId} AND id = ${channelId}::uuid`);
    }
    context.emit(channelChanged(channelId));
  },
});

async function keepAccount(
  context: UseCaseContext<Actor | null>,
  channelId: string,
  { account, expiresAt, missingScopes = [], budgets = [] }: Seen,
): Promise<void> {
  const { db, emit } = context;
  const { row, connector } = await findConnecting(context, channelId);
  if (account) {
    if (row.account && row.state !== 'connecting' && row.account.externalId !== account.externalId) {
      throw conflict('other_account', { params: { name: row.account.name, other: account.name } });
    }
    const same = await findSameAccount(db, row, account.externalId);
    if (same) throw conflict('account_connected', { params: { channelId: same.id, name: same.name } });
  }
  const isUnnamed = row.state === 'connecting' && row.name === row.connector;
  const isBack = row.state === 'needs_reconnect';
  await db.query(sql`
    UPDATE channels SET checked_at = now(), check_reason = NULL, check_detail = NULL, touched_at = now(),
      account = coalesce(${account ? JSON.stringify(account) : null}::jsonb, account),
      name = ${isUnnamed && account ? account.name.slice(0, 80) : row.name},
      expires_at = coalesce(${expiresAt ?? null}::timestamptz, expires_at), missing_scopes = ${[...missingScopes]}::text[],
      state = CASE WHEN state = 'needs_reconnect' THEN 'active' ELSE state END,
      state_reason = CASE WHEN state = 'needs_reconnect' THEN NULL ELSE state_reason END
    WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid`);
  await noteBudgets(db, channelId, connector.manifest.rateLimits, budgets);
  if (isBack) emit(channelResumed(channelId));
}
