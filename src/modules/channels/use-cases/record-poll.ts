import type { ConnectorManifest, Refusal } from '@/connectors/contract';
import type { PollOutcome } from '@/connectors/contract/asking';
import { newId } from '@/kernel/ids';
import { defineSystemUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { gapSince, intervalOf, secondsToNextTry } from '../domain/feed';
import { channelChanged } from '../events';
import { pollChannel } from '../jobs';
import {
  type FeedRef,
  type FeedStand,
  type LeasedFeed,
  lockLeasedFeed,
  saveFeedRefusal,
  saveFeedStand,
} from '../store/feeds';
import { loseAccess } from './lose-access';
import { countTry, noteBudgets } from './reserve-budget';
import { storeRawEvents } from './store-raw-events';

export interface RecordPollInput extends FeedRef {
  holder: string;
  /** Of the connector that was asked; absent where there was none to ask. */
  manifest?: ConnectorManifest | undefined;
  outcome: PollOutcome;
  /** The holder may fetch another page; else the next one is another job's. */
  mayGoOn: boolean;
  /** Open screens are to hear of it, even where nothing but a figure moved. */
  tells: boolean;
}

type Polled = Extract<PollOutcome, { outcome: 'polled' }>;
type Context = UseCaseContext<null>;

/** More than this waiting to be applied, and what is there to be fetched waits at its network instead. */
const MOST_PENDING = 2000;
const SECONDS_TO_CATCH_BREATH = 2;
/** What an admin asked for gives way to what is new. */
export const PRIORITY = { live: 0, backfill: 10 } as const;

/**
 * What one asking brought, in one transaction with the cursor it leads to: killed before, it is asked again and nothing
 * is stored twice. @returns the cursor to go on from, or null where this holder is done
 */
export const recordPoll = defineSystemUseCase({
  name: 'channels.record-poll',
  run: async (context: Context, input: RecordPollInput): Promise<{ cursor: unknown } | null> => {
    const feed = await lockLeasedFeed(context.db, input, input.holder);
    // Stopped meanwhile, or taken over: what was fetched is fetched again or not wanted.
    if (!feed) return null;
    const { outcome, channelId, manifest } = input;
    await countTry(context.db, channelId, 'read', outcome.outcome !== 'polled');
    if (outcome.outcome === 'polled') {
      await noteBudgets(context.db, channelId, manifest?.rateLimits, outcome.budgets ?? []);
      return keepPage(context, input, feed, outcome);
    }
    await keepRefusal(context, input, feed, outcome);
    return null;
  },
});

async function keepPage(
  context: Context,
  input: RecordPollInput,
  feed: LeasedFeed,
  page: Polled,
): Promise<{ cursor: unknown } | null> {
  const { db, emit, enqueue } = context;
  const { channelId } = input;
  const isNew = await storeRawEvents(
    db,
    page.events.map(({ externalId, body }) => ({ id: newId(), channelId, externalId, headers: {}, body })),
  );
  // A page that brings nothing and leads nowhere would be asked for for ever.
  const hasMore = page.hasMore && !(page.events.length === 0 && isSame(page.cursor, feed.cursor));
  const mustWait = hasMore && (await pendingEvents(context, channelId)) >= MOST_PENDING;
  const stand = standAfter(context, input, feed, { ...page, hasMore }, mustWait);
  await saveFeedStand(db, input, { ...stand, fetched: isNew.size });
  const { feed: name } = input;
  if (stand.askAgainIn === 0)
    enqueue(
      pollChannel,
      { channelId, feed: name },
      { key: `${channelId}:${name}`, priority: PRIORITY[name] },
    );
  const isNews = stand.gap || stand.isGapClosed || feed.failures > 0 || stand.state === 'finished';
  const isLastOfMany = page.events.length > 0 && !hasMore;
  if (input.tells || isNews || isLastOfMany) emit(channelChanged(channelId));
  return stand.askAgainIn === null ? { cursor: page.cursor } : null;
}

function standAfter(
  { now }: Context,
  { feed: name, manifest, mayGoOn }: RecordPollInput,
  feed: LeasedFeed,
  page: Polled,
  mustWait: boolean,
): Omit<FeedStand, 'fetched'> {
  const isLive = name === 'live';
  const pauseSeconds = page.pauseSeconds ?? null;
  const isGapOpen = feed.gapFrom !== null && feed.gapClosedAt === null;
  const gap =
    isLive && !isGapOpen
      ? gapSince({
          completeAt: feed.completeAt,
          now: now(),
          intervalSeconds: intervalOf(manifest, feed.pauseSeconds),
        })
      : null;
  const rest = {
    cursor: page.cursor,
    gap,
    pauseSeconds,
    progress: page.progress ?? feed.progress,
    completeAt: feed.completeAt,
  };
  if (page.hasMore) {
    const pause = Math.max(pauseSeconds ?? 0, mustWait ? SECONDS_TO_CATCH_BREATH : 0);
    const askAgainIn = pause > 0 ? pause : mayGoOn ? null : 0;
    return { ...rest, state: 'running', askAgainIn, isGapClosed: false };
  }
  if (!isLive)
    return { ...rest, state: 'finished', askAgainIn: 1, isGapClosed: false, progress: 1, completeAt: now() };
  return {
    ...rest,
    state: 'running',
    askAgainIn: feed.isWoken && pauseSeconds === null ? 0 : intervalOf(manifest, pauseSeconds),
    completeAt: now(),
    isGapClosed: isGapOpen || gap !== null,
  };
}

async function keepRefusal(
  context: Context,
  { channelId, feed: name }: RecordPollInput,
  feed: LeasedFeed,
  refusal: Refusal,
): Promise<void> {
  const askAgainIn = secondsToNextTry({ refusal, failures: feed.failures + 1, random: Math.random() });
  const { reason, detail = null } = refusal;
  await saveFeedRefusal(context.db, { channelId, feed: name }, { reason, detail, askAgainIn });
  if (refusal.outcome === 'failed' && refusal.needsReconnect) {
    await loseAccess.run(context, { channelId, reason });
  } else if (feed.failures === 0) context.emit(channelChanged(channelId));
}

/** Plan: partial index raw_events_pending, at most so many entries of it. */
async function pendingEvents({ db }: Context, channelId: string): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT 1 FROM raw_events
      WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND state = 'pending' LIMIT ${MOST_PENDING}) few`);
  return row?.n ?? 0;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
