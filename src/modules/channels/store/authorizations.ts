import { hashLinkToken } from '@/platform/auth/random-token';
import { seal, unseal } from '@/platform/crypto/seal';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import { env } from '@/platform/env';

const COLUMN = 'channel_authorizations.sealed_verifier';
const MINUTES = 10;

interface Begun {
  channelId: string;
  sessionId: string;
  state: string;
}

/** One at a time a channel: what was begun before is void. Of the state only a hash is kept. */
export async function keepAuthorization(
  db: TenantTransaction,
  { channelId, sessionId, state, verifier }: Begun & { verifier: string },
): Promise<void> {
  const { workspaceId } = db;
  const place = { workspaceId, column: COLUMN, recordId: channelId };
  const sealed = seal(verifier, place, env().KEY_ENCRYPTION_KEYS);
  await db.query(sql`
    INSERT INTO channel_authorizations AS a (workspace_id, channel_id, state_hash, session_id, sealed_verifier, expires_at)
    VALUES (${workspaceId}, ${channelId}::uuid, ${hashLinkToken(state)}, ${sessionId}::uuid, ${sealed}, now() + ${MINUTES} * interval '1 minute')
    ON CONFLICT (workspace_id, channel_id) DO UPDATE SET state_hash = excluded.state_hash, session_id = excluded.session_id,
      sealed_verifier = excluded.sealed_verifier, expires_at = excluded.expires_at`);
}

/** Uses a state up: right or too late, it is gone; a wrong one changes nothing. @returns its PKCE verifier */
export async function takeAuthorization(
  db: TenantTransaction,
  { channelId, sessionId, state }: Begun,
  now: Date,
): Promise<{ value: string } | 'unknown' | 'expired'> {
  const { workspaceId } = db;
  const [row] = await db.query<{ sealed: Uint8Array; expiresAt: Date }>(sql`
    DELETE FROM channel_authorizations
    WHERE workspace_id = ${workspaceId} AND channel_id = ${channelId}::uuid AND session_id = ${sessionId}::uuid
      AND state_hash = ${hashLinkToken(state)}
    RETURNING sealed_verifier AS sealed, expires_at AS "expiresAt"`);
  if (!row) return 'unknown';
  if (row.expiresAt <= now) return 'expired';
  const place = { workspaceId, column: COLUMN, recordId: channelId };
  return { value: unseal(row.sealed, place, env().KEY_ENCRYPTION_KEYS) };
}
