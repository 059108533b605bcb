import type { ConnectorManifest } from '@/connectors/contract';
import type { PollOutcome } from '@/connectors/contract/asking';
import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import type { JobContext } from '@/platform/jobs/job';
import { deferFeed, type FeedRef, leaseFeed } from '../store/feeds';
import { listeningTermsFor } from '../store/listening-terms';
import { askConnector } from './ask-connector';
import { keepFiles } from './keep-files';
import { recordPoll } from './record-poll';
import { withFreshAccess } from './refresh-access';
import { reserveRead } from './reserve-budget';

/** Events wanted in one page. */
const PAGE_EVENTS = { live: 100, backfill: 200 } as const;
/** Pages one job fetches, and milliseconds after which it gives way: one channel must not hold a worker for ever. */
const MOST_PAGES = 20;
const MOST_MS = 20_000;
/** Open screens hear of progress once in this many milliseconds. */
const TELL_EVERY_MS = 1000;

type Asked = { outcome: PollOutcome; manifest?: ConnectorManifest } | { waitsUntil: Date };

/**
 * Asks a feed's network page by page: each page is stored with its cursor before the next is asked for, and the network
 * is spoken to outside any transaction. Does nothing where the feed is not due, stopped, or in another's hands; a job
 * that was killed goes on where it was.
 */
export async function pollFeed(
  context: TenantContext<null>,
  ref: FeedRef,
  { id, attempt, signal }: Pick<JobContext, 'id' | 'attempt' | 'signal'>,
): Promise<void> {
  const holder = `${id}/${attempt}`;
  const leased = await leaseFeed(context.db, ref, holder);
  if (!leased) return;
  const began = Date.now();
  let toldAt = 0;
  let { cursor } = leased;
  for (let page = 1; ; page += 1) {
    const asked = await askPage(context, ref, { cursor, since: leased.since });
    if ('waitsUntil' in asked) return deferFeed(context.db, ref, holder, asked.waitsUntil);
    const { outcome, manifest } = asked;
    const isNews = outcome.outcome === 'polled' && outcome.events.length > 0;
    const tells = isNews && Date.now() - toldAt >= TELL_EVERY_MS;
    if (tells) toldAt = Date.now();
    const mayGoOn = page < MOST_PAGES && Date.now() - began < MOST_MS && !signal.aborted;
    const recorded = { ...ref, holder, manifest, outcome, mayGoOn, tells };
    const next = await runUnitOfWork(context, (work) => recordPoll.run(work, recorded));
    if (!next) return;
    cursor = next.cursor;
  }
}

async function askPage(
  context: TenantContext<null>,
  { channelId, feed }: FeedRef,
  { cursor, since }: { cursor: unknown; since: Date | null },
): Promise<Asked> {
  const fresh = await withFreshAccess(context, channelId);
  if (fresh.outcome !== 'ready') return { outcome: fresh };
  const { access, connector } = fresh;
  const { manifest } = connector;
  const waitsUntil = await reserveRead(context.db, channelId, manifest.rateLimits);
  if (waitsUntil) return { waitsUntil };
  const terms = manifest.capabilities.search ? await listeningTermsFor(context.db, manifest.network) : [];
  const request = { cursor: cursor ?? undefined, ...(since && { since }), terms, limit: PAGE_EVENTS[feed] };
  const outcome = await askConnector(
    context,
    channelId,
    async (): Promise<PollOutcome> =>
      (await connector.poll?.(request, access, context.offers.outbound, context.now())) ?? {
        outcome: 'failed',
        reason: 'asking_unsupported',
      },
  );
  if (outcome.outcome === 'polled') {
    const carried = outcome.events.flatMap(({ files = [] }) => files);
    await keepFiles(context, channelId, carried);
  }
  return { outcome, manifest };
}
