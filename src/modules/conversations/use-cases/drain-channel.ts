import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import { type ApplyInboundInput, applyInbound, BATCH_EVENTS } from './apply-inbound';
import { resolveInbound } from './resolve-inbound';

/** Batches one job applies before it gives way: a flood on one channel must not hold a worker for ever. */
const MOST_BATCHES = 50;

/**
 * Applies what a channel has received, batch by batch. A batch that fails is taken apart: the events before the
 * poisonous one are applied, that one is parked with its error, those behind it go on.
 * @returns when draining again is worth it: now where more is waiting, later where a delivery's meaning could not be
 *   fetched; null where nothing waits, or only for an admin
 */
export async function drainChannelEvents(
  context: TenantContext<null>,
  channelId: string,
): Promise<Date | null> {
  const resolves = await carriesIdsOnly(context, channelId);
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const held = resolves ? await resolveInbound(context, channelId) : null;
    const isMore = await applyBatch(context, channelId);
    if (held) return held.until;
    if (!isMore) return null;
  }
  return context.now();
}

async function carriesIdsOnly({ db, offers }: TenantContext<null>, channelId: string): Promise<boolean> {
  const [channel] = await db.query<{ connector: string }>(sql`
    SELECT connector FROM channels
    WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid AND removed_at IS NULL AND state <> 'paused'`);
  return channel !== undefined && offers.connectors.get(channel.connector)?.resolveInbound !== undefined;
}

async function applyBatch(context: TenantContext<null>, channelId: string): Promise<boolean> {
  try {
    return (await apply(context, { channelId })).isMore;
  } catch (error) {
    if (isPassing(error)) throw error;
    context.log.warn({ err: error, channelId }, 'a batch of inbound events failed, taking it apart');
    return applyOneByOne(context, channelId);
  }
}

async function applyOneByOne(context: TenantContext<null>, channelId: string): Promise<boolean> {
  const rows = await context.db.query<{ id: string }>(sql`
    SELECT id FROM raw_events
    WHERE workspace_id = ${context.workspace.id} AND channel_id = ${channelId}::uuid AND state = 'pending'
    ORDER BY position LIMIT ${BATCH_EVENTS}`);
  for (const { id } of rows) {
    try {
      await apply(context, { channelId, rawEventId: id });
    } catch (error) {
      if (isPassing(error)) throw error;
      await park(context, id, error);
    }
  }
  return rows.length === BATCH_EVENTS;
}

function apply(context: TenantContext<null>, input: ApplyInboundInput) {
  return runUnitOfWork(context, (work) => applyInbound.run(work, input));
}

async function park({ db, log }: TenantContext<null>, rawEventId: string, error: unknown): Promise<void> {
  const detail = JSON.stringify({
    error: error instanceof Error ? error.message.slice(0, 2000) : String(error),
  });
  log.error({ err: error, rawEventId }, 'an inbound event was parked');
  await db.query(sql`
    UPDATE raw_events SET state = 'parked', reason = 'apply_failed', detail = ${detail}::jsonb, attempts = attempts + 1,
      processed_at = now()
    WHERE workspace_id = ${db.workspaceId} AND id = ${rawEventId}::uuid`);
}

/** SQLSTATE classes: connection, rollback, resources, lock, operator, system; then Node's and Prisma's own words for the same. */
const PASSING_CODES = /^(08|40|53|55|57|58)|^E(CONN|PIPE|TIMEDOUT|HOST)|^P(1\d{3}|2024|2028|2034)$/;

/**
 * Lost connections, deadlocks, a server shutting down or out of room: not the event's fault, so the job tries again.
 * A driver that loses its connection gives no code, only words; every other error is the event's own.
 */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return PASSING_CODES.test(code);
  return /connection (terminated|ended|timeout)|timeout exceeded|client has encountered/i.test(error.message);
}
