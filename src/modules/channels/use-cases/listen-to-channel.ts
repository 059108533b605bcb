import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { withFreshAccess } from './refresh-access';
import { wakeFeed } from './wake-feed';

/** What a network tells in quick succession is one reason to ask it, milliseconds. */
const GATHER_MS = 300;

/**
 * Holds a channel's connection open until it ends or the signal says so; each word from the network has its feed asked,
 * and so has the connection itself: what was said while there was none is fetched.
 */
export async function listenToChannel(
  context: TenantContext<null>,
  channelId: string,
  signal: AbortSignal,
): Promise<void> {
  const fresh = await withFreshAccess(context, channelId);
  if (fresh.outcome !== 'ready' || !fresh.connector.listen || signal.aborted) return;
  let isGathering = false;
  const wake = () => {
    if (isGathering) return;
    isGathering = true;
    setTimeout(() => {
      isGathering = false;
      runUnitOfWork(context, (work) => wakeFeed.run(work, { channelId })).catch((error) =>
        context.log.warn({ err: error, channelId }, 'a feed could not be woken'),
      );
    }, GATHER_MS);
  };
  wake();
  // A wake that is gathering when the connection ends still counts.
  await fresh.connector.listen(fresh.access, context.offers.outbound, wake, signal);
}
