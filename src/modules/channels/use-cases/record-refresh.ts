import type { Refusal } from '@/connectors/contract';
import type { Grant, RefreshOutcome } from '@/connectors/contract/connecting';
import type { Actor } from '@/platform/context/context';
import { defineSystemUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { secondsToNextTry } from '../domain/feed';
import { channelChanged } from '../events';
import { lockClaimed, putOffRefresh, type RefreshClaim, saveGrantTimes } from '../store/refreshing';
import { sealedSecret } from '../store/secrets';
import { loseAccess } from './lose-access';

type Context = UseCaseContext<Actor | null>;

export interface RecordRefreshInput {
  channelId: string;
  claim: RefreshClaim;
  outcome: RefreshOutcome;
}

/**
 * Keeps what renewing brought: the granted secrets sealed in place of the old ones, or when it is tried again. Where an
 * admin has connected anew meanwhile, theirs stay. @returns why there is no access; null where there is
 */
export const recordRefresh = defineSystemUseCase({
  name: 'channels.record-refresh',
  run: async (
    context: Context,
    { channelId, claim, outcome }: RecordRefreshInput,
  ): Promise<Refusal | null> => {
    const claimed = await lockClaimed(context.db, channelId, claim);
    if (!claimed) return null;
    if (outcome.outcome !== 'refreshed')
      return keepRefusal(context, channelId, claimed.failures + 1, outcome);
    await keepGrant(context, channelId, outcome);
    return null;
  },
});

async function keepGrant(
  { db, emit }: Context,
  channelId: string,
  { secrets, refreshAt, expiresAt }: Grant,
): Promise<void> {
  const { workspaceId } = db;
  const granted = Object.entries(secrets);
  const names = granted.map(([name]) => name);
  await db.models.channelSecret.deleteMany({ where: { workspaceId, channelId, name: { in: names } } });
  await db.models.channelSecret.createMany({
    data: granted.map(([name, value]) => sealedSecret(workspaceId, channelId, name, value)),
  });
  await saveGrantTimes(db, channelId, { refreshAt: refreshAt ?? null, expiresAt: expiresAt ?? null });
  emit(channelChanged(channelId));
}

async function keepRefusal(
  context: Context,
  channelId: string,
  failures: number,
  refusal: Refusal,
): Promise<Refusal> {
  const seconds = secondsToNextTry({ refusal, failures, random: Math.random() });
  await putOffRefresh(context.db, channelId, seconds);
  if (refusal.outcome === 'retry') return refusal;
  const { reason, detail } = refusal;
  if (!refusal.needsReconnect)
    return { outcome: 'retry', reason, retryAfter: seconds, ...(detail !== undefined && { detail }) };
  // A channel that rests stays at rest; it is not asked for again, and its network will say so when it wakes.
  if (!(await loseAccess.run(context, { channelId, reason }))) {
    await saveGrantTimes(context.db, channelId, { refreshAt: null, expiresAt: null });
  }
  return refusal;
}
