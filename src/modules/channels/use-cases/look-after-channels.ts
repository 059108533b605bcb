import { defineSystemUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { daysLeft, WARNED_DAYS, warningAt } from '../domain/health';
import { tellAdmin } from '../jobs';

type Context = UseCaseContext<null>;

/**
 * What is due from time to time for a workspace's channels: admins are told 14, 7 and 1 days before a grant ends and
 * once when a channel needs reconnecting, each of them once; channels nobody finished connecting for seven days go, and
 * so do tries older than two days. Run twice it tells nobody twice.
 */
export const lookAfterChannels = defineSystemUseCase({
  name: 'channels.look-after',
  run: async (context: Context, _: Record<string, never>): Promise<void> => {
    const { db } = context;
    await tellOfEnds(context);
    await tellOfLosses(context);
    await db.pipeline(
      sql`DELETE FROM channels WHERE workspace_id = ${db.workspaceId} AND state = 'connecting'
        AND touched_at < now() - interval '7 days'`,
      sql`DELETE FROM channel_tries WHERE workspace_id = ${db.workspaceId} AND hour < now() - interval '2 days'`,
      sql`DELETE FROM channel_authorizations WHERE workspace_id = ${db.workspaceId} AND expires_at < now()`,
    );
  },
});

async function tellOfEnds(context: Context): Promise<void> {
  const { db } = context;
  const now = context.now();
  const soon = new Date(now.getTime() + (Math.max(...WARNED_DAYS) + 1) * 86_400_000);
  const rows = await db.query<{ id: string; expiresAt: Date | null; warnedDays: number | null }>(sql`
    SELECT id, expires_at AS "expiresAt", warned_days AS "warnedDays" FROM channels
    WHERE workspace_id = ${db.workspaceId} AND removed_at IS NULL AND state IN ('active', 'paused')
      AND (expires_at < ${soon} OR warned_days IS NOT NULL) FOR UPDATE`);
  for (const { id, expiresAt, warnedDays } of rows) {
    const warning = warningAt(expiresAt, now);
    if (warning === warnedDays) continue;
    // Renewed: whoever was told of one day is told of fourteen the next time.
    await db.query(
      sql`UPDATE channels SET warned_days = ${warning} WHERE workspace_id = ${db.workspaceId} AND id = ${id}::uuid`,
    );
    if (warning === null || !expiresAt) continue;
    await tell(context, { channelId: id, kind: 'expiring', days: daysLeft(expiresAt, now) });
  }
}

async function tellOfLosses(context: Context): Promise<void> {
  const { db } = context;
  const lost = await db.query<{ id: string }>(sql`
    UPDATE channels SET reconnect_told_at = now()
    WHERE workspace_id = ${db.workspaceId} AND removed_at IS NULL AND state = 'needs_reconnect' AND reconnect_told_at IS NULL
    RETURNING id`);
  for (const { id } of lost) await tell(context, { channelId: id, kind: 'needs_reconnect' });
  await db.query(sql`
    UPDATE channels SET reconnect_told_at = NULL
    WHERE workspace_id = ${db.workspaceId} AND state <> 'needs_reconnect' AND reconnect_told_at IS NOT NULL`);
}

/** A job each, so that a mail that could not be sent is tried again and nobody else gets theirs twice. */
async function tell(
  { db, enqueue }: Context,
  news: { channelId: string; kind: 'expiring' | 'needs_reconnect'; days?: number },
): Promise<void> {
  const admins = await db.query<{ id: string }>(sql`
    SELECT id FROM memberships WHERE workspace_id = ${db.workspaceId} AND role = 'admin' AND removed_at IS NULL`);
  for (const { id: memberId } of admins) enqueue(tellAdmin, { ...news, memberId });
}
