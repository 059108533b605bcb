import type { Connector, Refusal } from '@/connectors/contract';
import type { RefreshOutcome } from '@/connectors/contract/connecting';
import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { getChannelAccess } from '../queries';
import { claimRefresh, type RefreshClaim, readRefreshStand } from '../store/refreshing';
import { askConnector } from './ask-connector';
import { recordRefresh } from './record-refresh';

type OpenedChannel = NonNullable<Awaited<ReturnType<typeof getChannelAccess>>>;

/** A channel's access, good for the next minute, with the code that speaks to its network; or why there is none. */
export type FreshAccess = { outcome: 'ready'; access: OpenedChannel; connector: Connector } | Refusal;

/** Access that ends within this is renewed before it is used, milliseconds. */
const SOON_MS = 60_000;
/** Shorter than a claim lasts: what comes later might be given to nobody, milliseconds. */
const RENEWAL_MS = 50_000;
/** How long somebody else's renewing is waited for, and how often it is looked at, milliseconds. */
const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 250;

/**
 * What speaking to a channel's network begins with. Access about to end is renewed first, by one process at a time:
 * refresh tokens are used once. Refuses as a sending or an asking does: `channel_removed`, the network's own reason, or
 * `access_renewing` where it is not renewed yet.
 */
export async function withFreshAccess(context: TenantContext, channelId: string): Promise<FreshAccess> {
  const patientUntil = Date.now() + PATIENCE_MS;
  for (;;) {
    const opened = await open(context, channelId);
    if (opened.outcome !== 'ready' || !opened.connector.refreshCredentials) return opened;
    const stand = await readRefreshStand(context.db, channelId);
    const left = (stand?.refreshAt?.getTime() ?? Number.POSITIVE_INFINITY) - context.now().getTime();
    if (!stand || left > SOON_MS) return opened;
    // Revoked: it may be good for a moment still, but new access is not asked for again and again.
    if (opened.access.state === 'needs_reconnect') return left > 0 ? opened : lost(stand.stateReason);
    const claim = await claimRefresh(context.db, channelId, SOON_MS);
    if (claim) {
      const refusal = await renew(context, opened.connector, channelId, claim);
      if (!refusal) return open(context, channelId);
      return refusal.outcome === 'retry' && left > 0 ? opened : refusal;
    }
    if (left > 0) return opened;
    if (stand.failures > 0 || Date.now() > patientUntil)
      return { outcome: 'retry', reason: 'access_renewing', retryAfter: stand.secondsToNextTry };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function open({ db, offers }: TenantContext, channelId: string): Promise<FreshAccess> {
  const access = await getChannelAccess(db, channelId);
  const connector = access && offers.connectors.get(access.connector);
  return access && connector
    ? { outcome: 'ready', access, connector }
    : { outcome: 'failed', reason: 'channel_removed' };
}

function lost(reason: string | null): Refusal {
  return { outcome: 'failed', reason: reason ?? 'access_token_invalid', needsReconnect: true };
}

async function renew(
  context: TenantContext,
  connector: Connector,
  channelId: string,
  claim: RefreshClaim,
): Promise<Refusal | null> {
  // Read again now that nobody else renews: the refresh token in hand is the newest.
  const access = await getChannelAccess(context.db, channelId);
  if (!access) return { outcome: 'failed', reason: 'channel_removed' };
  const outcome: RefreshOutcome = await askConnector(
    context,
    channelId,
    async (): Promise<RefreshOutcome> =>
      (await connector.refreshCredentials?.(access, context.offers.outbound, context.now())) ?? lost(null),
    RENEWAL_MS,
  );
  return runUnitOfWork(context, (work) => recordRefresh.run(work, { channelId, claim, outcome }));
}
