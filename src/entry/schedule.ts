import type { WorkspaceId } from '@/kernel/ids';
import type { TenantContext } from '@/platform/context/context';
import { directClient } from '@/platform/db/direct';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { log } from '@/platform/log/log';
import { systemContext } from './system-context';

/** Periodic work; of all worker processes one at a time does it. */
export interface ScheduledWork {
  name: string;
  everyMs: number;
  run(): Promise<void>;
}

/** Runs each piece of work at its pace while this process holds the schedule's lock; others wait to take over. */
export function startSchedule(works: readonly ScheduledWork[]): { stop(): Promise<void> } {
  const client = directClient('schedule');
  let isLeader = false;
  let isStopped = false;
  const running = new Set<Promise<void>>();
  const connected = client
    .connect()
    .catch((error) => log.warn({ err: error }, 'the schedule has no connection'));
  client.on('error', () => {
    isLeader = false;
    // The process that supervises starts us anew; without the lock nothing is run twice.
    if (!isStopped) process.exitCode = 1;
  });
  const elect = async () => {
    await connected;
    if (isLeader || isStopped) return;
    const { rows } = await client.query(
      `SELECT pg_try_advisory_lock(hashtextextended('rapport.schedule', 0)) AS won`,
    );
    isLeader = rows[0]?.won === true;
  };
  const once = async (work: ScheduledWork) => {
    if (!isLeader || isStopped) return;
    const run = work
      .run()
      .catch((error) => log.error({ err: error, work: work.name }, 'scheduled work failed'));
    running.add(run);
    await run.finally(() => running.delete(run));
  };
  const timers = works.map((work) => {
    let isBusy = false;
    return setInterval(() => {
      if (isBusy) return;
      isBusy = true;
      void once(work).finally(() => {
        isBusy = false;
      });
    }, work.everyMs);
  });
  // Without a connection yet, the next turn tries again.
  void elect().catch(() => {});
  timers.push(setInterval(() => void elect().catch(() => {}), 5000));
  return {
    stop: async () => {
      isStopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.allSettled(running);
      await client.end().catch(() => {});
    },
  };
}

/** Does something in every workspace, one after the other; a failure in one is logged and spares the rest. */
export async function eachWorkspace(work: (context: TenantContext<null>) => Promise<void>): Promise<void> {
  const rows = await systemDb('schedule').query<{ workspace_id: string }>(
    sql`SELECT workspace_id FROM system_workspaces()`,
  );
  for (const { workspace_id } of rows) await inWorkspace(workspace_id, work);
}

/** Snoozed conversations whose time has come, by workspace. Plan: partial index conversations_snoozed. */
export async function eachDueSnooze(
  work: (context: TenantContext<null>, conversationIds: readonly string[]) => Promise<void>,
): Promise<void> {
  const rows = await systemDb('schedule').query<{ workspace_id: string; conversation_id: string }>(
    sql`SELECT workspace_id, conversation_id FROM system_due_snoozes(500)`,
  );
  for (const [workspaceId, due] of Map.groupBy(rows, (row) => row.workspace_id)) {
    const ids = due.map((row) => row.conversation_id);
    await inWorkspace(workspaceId, (context) => work(context, ids));
  }
}

/** Feeds whose network is to be asked now, by workspace. Plan: partial index channel_feeds_due. */
export async function eachDueFeed(
  work: (
    context: TenantContext<null>,
    feeds: readonly { channelId: string; feed: 'live' | 'backfill' }[],
  ) => Promise<void>,
): Promise<void> {
  const rows = await systemDb('schedule').query<{
    workspaceId: string;
    channelId: string;
    feed: 'live' | 'backfill';
  }>(
    sql`SELECT workspace_id AS "workspaceId", channel_id AS "channelId", name AS feed FROM system_due_feeds(200)`,
  );
  for (const [workspaceId, due] of Map.groupBy(rows, (row) => row.workspaceId)) {
    const feeds = due.map(({ channelId, feed }) => ({ channelId, feed }));
    await inWorkspace(workspaceId, (context) => work(context, feeds));
  }
}

/** Channels whose access ends within a minute, by workspace. Plan: partial index channels_refresh. */
export async function eachDueRefresh(
  work: (context: TenantContext<null>, channelIds: readonly string[]) => Promise<void>,
): Promise<void> {
  const rows = await systemDb('schedule').query<{ workspaceId: string; channelId: string }>(
    sql`SELECT workspace_id AS "workspaceId", channel_id AS "channelId" FROM system_due_refreshes(200)`,
  );
  for (const [workspaceId, due] of Map.groupBy(rows, (row) => row.workspaceId)) {
    const ids = due.map(({ channelId }) => channelId);
    await inWorkspace(workspaceId, (context) => work(context, ids));
  }
}

async function inWorkspace(
  workspaceId: string,
  work: (context: TenantContext<null>) => Promise<void>,
): Promise<void> {
  try {
    // Listed by the database itself, for the system's own work.
    await work(await systemContext(workspaceId as WorkspaceId));
  } catch (error) {
    log.error({ err: error, workspaceId }, 'scheduled work failed in one workspace');
  }
}

/** What is kept for a while only: events a week, answers a day, counted hits an hour. */
export async function sweep(): Promise<void> {
  await eachWorkspace(async ({ db }) => {
    await db.pipeline(
      sql`DELETE FROM outbox_events WHERE workspace_id = ${db.workspaceId} AND created_at < now() - interval '7 days'`,
      sql`DELETE FROM idempotent_answers WHERE workspace_id = ${db.workspaceId} AND created_at < now() - interval '1 day'`,
    );
  });
  await systemDb('rate-limit').query(
    sql`DELETE FROM rate_limits WHERE window_start < now() - interval '1 hour'`,
  );
}
