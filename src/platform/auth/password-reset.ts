import { type Sql, sql } from '@/platform/db/sql';
import { hashLinkToken } from './random-token';

const LIFETIME_MS = 60 * 60 * 1000;

/** When a link made now stops working. */
export function resetExpiry(now: Date): Date {
  return new Date(now.getTime() + LIFETIME_MS);
}

/** Keeps the link's hash; a link made earlier for this login works no more. */
export function keepReset(userId: string, token: string, expiresAt: Date): Sql {
  return sql`
    INSERT INTO password_resets (user_id, token_hash, expires_at)
    VALUES (${userId}::uuid, ${hashLinkToken(token)}, ${expiresAt})
    ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at, created_at = now()`;
}

/** Takes the link out of use: of two who use it at the same time one gets a row. */
export function takeReset(token: string, now: Date): Sql {
  return sql`DELETE FROM password_resets WHERE token_hash = ${hashLinkToken(token)} AND expires_at > ${now}
    RETURNING user_id AS "userId"`;
}
