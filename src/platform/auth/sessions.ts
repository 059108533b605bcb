import { newId } from '@/kernel/ids';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';

/** Seconds: 30 days, for the row and for the cookie. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Writes the row that makes a signed cookie count. @returns its id */
export async function openSession(userId: string, userAgent: string | null): Promise<string> {
  const id = newId();
  await systemDb('sign-in').query(sql`
    INSERT INTO sessions (id, user_id, user_agent, expires_at)
    VALUES (${id}::uuid, ${userId}::uuid, ${userAgent?.slice(0, 400) ?? null}, now() + make_interval(secs => ${SESSION_SECONDS}))`);
  return id;
}

export async function revokeSession(sessionId: string): Promise<void> {
  await systemDb('sign-in').query(
    sql`UPDATE sessions SET revoked_at = now() WHERE id = ${sessionId}::uuid AND revoked_at IS NULL`,
  );
}
