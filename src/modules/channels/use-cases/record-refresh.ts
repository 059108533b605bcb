import type { Refusal } from '@/connectors/contract';
import type { RefreshOutcome } from '@/connectors/contract/connecting';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { secondsToNextTry } from '../domain/feed';
import { channelChanged } from '../events';
import { markNeedsReconnect } from '../store/lost-access';
import { lockClaimed, putOffRefresh, type RefreshClaim, saveGrantTimes } from '../store/refreshing';
import { sealedSecret } from '../store/secrets';

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
    { db, emit, audit },
    { channelId, claim, outcome }: RecordRefreshInput,
  ): Promise<Refusal | null> => {
    const { workspaceId } = db;
    const claimed = await lockClaimed(db, channelId, claim);
    if (!claimed) return null;
    if (outcome.outcome === 'refreshed') {
      const { secrets, refreshAt = null, expiresAt = null } = outcome;
      const names = Object.keys(secrets);
      await db.models.channelSecret.deleteMany({ where: { workspaceId, channelId, name: { in: names } } });
      await db.models.channelSecret.createMany({
        data: Object.entries(secrets).map(([name, value]) =>
          sealedSecret(workspaceId, channelId, name, value),
        ),
      });
      await saveGrantTimes(db, channelId, { refreshAt, expiresAt });
      emit(channelChanged(channelId));
      return null;
    }
    const failures = claimed.failures + 1;
    await putOffRefresh(
      db,
      channelId,
      secondsToNextTry({ refusal: outcome, failures, random: Math.random() }),
    );
    if (outcome.outcome === 'retry') return outcome;
    const { reason, detail } = outcome;
    if (!outcome.needsReconnect)
      return { outcome: 'retry', reason, retryAfter: 3600, ...(detail !== undefined && { detail }) };
    if (await markNeedsReconnect(db, channelId, reason)) {
      audit({
        action: 'channels.access-lost',
        subjectType: 'channel',
        subjectId: channelId,
        data: { reason },
      });
      emit(channelChanged(channelId));
    } else {
      // A channel that rests stays at rest; it is not asked for again, and its network will say so when it wakes.
      await saveGrantTimes(db, channelId, { refreshAt: null, expiresAt: null });
    }
    return outcome;
  },
});
