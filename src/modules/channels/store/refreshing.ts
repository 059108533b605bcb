import type { Connector } from '@/connectors/contract';
import { sql } from '@/platform/db/sql';
import type { TenantDb, TenantTransaction } from '@/platform/db/tenant-db';

export interface RefreshStand {
  refreshAt: Date | null;
  stateReason: string | null;
  /** Tries in a row that failed. */
  failures: number;
  /** Until somebody may try again. */
  secondsToNextTry: number;
}

/** The right to renew, of one process; it ends by itself. */
export interface RefreshClaim {
  until: Date;
  /** Names the secrets that were in force: where others are by now, somebody connected anew meanwhile. */
  revision: string;
}

const CLAIM_SECONDS = 60;

const REVISION = sql`(SELECT coalesce(string_agg(s.id::text, ',' ORDER BY s.id), '') FROM channel_secrets s
  WHERE s.workspace_id = c.workspace_id AND s.channel_id = c.id)`;

/** Plan: primary key. */
export async function readRefreshStand(db: TenantDb, channelId: string): Promise<RefreshStand | null> {
  const [row] = await db.query<RefreshStand>(sql`
    SELECT refresh_at AS "refreshAt", state_reason AS "stateReason", refresh_failures AS failures,
      greatest(1, ceil(extract(epoch FROM coalesce(refresh_not_before, now()) - now())))::int AS "secondsToNextTry"
    FROM channels WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid AND removed_at IS NULL`);
  return row ?? null;
}

/**
 * After secrets were entered: where a network grants its access for them (a session for a password, a token for a key),
 * the old access ends now and is asked for anew before its next use. Plan: primary key.
 */
export async function forgetGrantedAccess(
  db: TenantTransaction,
  channelId: string,
  { manifest, refreshCredentials }: Pick<Connector, 'manifest' | 'refreshCredentials'>,
): Promise<void> {
  const isGranted = manifest.secrets.some(({ origin, isRequired }) => origin === 'granted' && isRequired);
  if (!isGranted || !refreshCredentials) return;
  await db.query(sql`
    UPDATE channels SET refresh_at = now(), refresh_not_before = NULL, refresh_failures = 0
    WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid`);
}

/** Plan: primary key; whoever comes second finds the row changed and gets nothing. */
export async function claimRefresh(
  db: TenantDb,
  channelId: string,
  soonMs: number,
): Promise<RefreshClaim | null> {
  const [row] = await db.query<RefreshClaim>(sql`
    UPDATE channels c SET refresh_not_before = now() + ${CLAIM_SECONDS} * interval '1 second'
    WHERE c.workspace_id = ${db.workspaceId} AND c.id = ${channelId}::uuid AND c.removed_at IS NULL
      AND c.refresh_at <= now() + ${soonMs} * interval '1 millisecond' AND c.state <> 'needs_reconnect'
      AND (c.refresh_not_before IS NULL OR c.refresh_not_before <= now())
    RETURNING c.refresh_not_before AS until, ${REVISION} AS revision`);
  return row ?? null;
}

/** The channel, locked, where the claim still holds. @returns its failures so far, or null */
export async function lockClaimed(
  db: TenantTransaction,
  channelId: string,
  { until, revision }: RefreshClaim,
): Promise<{ failures: number } | null> {
  const [row] = await db.query<{ failures: number }>(sql`
    SELECT c.refresh_failures AS failures FROM channels c
    WHERE c.workspace_id = ${db.workspaceId} AND c.id = ${channelId}::uuid AND c.removed_at IS NULL
      AND c.refresh_not_before = ${until} AND ${REVISION} = ${revision} FOR NO KEY UPDATE OF c`);
  return row ?? null;
}

/** Plan: primary key. A grant that ends later than before is warned of anew. */
export async function saveGrantTimes(
  db: TenantTransaction,
  channelId: string,
  { refreshAt, expiresAt }: { refreshAt: Date | null; expiresAt: Date | null },
): Promise<void> {
  await db.query(sql`
    UPDATE channels SET refresh_at = ${refreshAt}, refresh_not_before = NULL, refresh_failures = 0,
      warned_days = CASE WHEN ${expiresAt}::timestamptz > expires_at THEN NULL ELSE warned_days END,
      expires_at = coalesce(${expiresAt}::timestamptz, expires_at)
    WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid`);
}

/** Plan: primary key. */
export async function putOffRefresh(
  db: TenantTransaction,
  channelId: string,
  seconds: number,
): Promise<void> {
  await db.query(sql`
    UPDATE channels SET refresh_failures = refresh_failures + 1, refresh_not_before = now() + ${seconds} * interval '1 second'
    WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid`);
}
