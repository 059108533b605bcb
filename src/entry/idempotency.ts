import { createHash } from 'node:crypto';
import { AppError, conflict } from '@/kernel/errors';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';

export interface Answer {
  status: number;
  body: unknown;
}

/**
 * With an `Idempotency-Key`, the same request is answered once and then repeated from the record for a day.
 * The key is taken before the work and given back where the work is refused, so a failed try may be repeated.
 * Refuses the key with another request (`idempotency_key_reused`) or while the first still runs (`idempotency_in_progress`).
 */
export async function answerOnce(
  context: MemberContext,
  request: Request,
  input: unknown,
  work: () => Promise<Answer>,
): Promise<Answer & { isReplay: boolean }> {
  const given = request.headers.get('idempotency-key');
  if (given === null) return { ...(await work()), isReplay: false };
  if (!/^[\x21-\x7e]{1,255}$/.test(given)) throw new AppError('invalid_input', 'invalid_idempotency_key');
  const key = `${context.actor.memberId}:${given}`;
  const hash = createHash('sha256')
    .update(JSON.stringify([request.method, new URL(request.url).pathname, input]))
    .digest();
  const [taken] = await context.db.query(sql`
    INSERT INTO idempotent_answers (workspace_id, key, request_hash, status, body)
    VALUES (${context.workspace.id}, ${key}, ${hash}, 0, 'null') ON CONFLICT DO NOTHING RETURNING key`);
  if (!taken) return { ...(await recorded(context, key, hash)), isReplay: true };
  try {
    const answer = await work();
    await context.db.query(sql`
      UPDATE idempotent_answers SET status = ${answer.status}, body = ${JSON.stringify(answer.body)}::jsonb
      WHERE workspace_id = ${context.workspace.id} AND key = ${key}`);
    return { ...answer, isReplay: false };
  } catch (error) {
    await context.db.query(
      sql`DELETE FROM idempotent_answers WHERE workspace_id = ${context.workspace.id} AND key = ${key}`,
    );
    throw error;
  }
}

/** For answers that must not be kept. Refuses an `Idempotency-Key` (`idempotency_not_offered`) rather than not keeping to it. */
export async function answerUnrecorded(
  _context: MemberContext,
  request: Request,
  _input: unknown,
  work: () => Promise<Answer>,
): Promise<Answer & { isReplay: boolean }> {
  if (request.headers.has('idempotency-key')) throw new AppError('invalid_input', 'idempotency_not_offered');
  return { ...(await work()), isReplay: false };
}

async function recorded(context: MemberContext, key: string, hash: Buffer): Promise<Answer> {
  const [row] = await context.db.query<{ request_hash: Buffer; status: number; body: unknown }>(sql`
    SELECT request_hash, status, body FROM idempotent_answers
    WHERE workspace_id = ${context.workspace.id} AND key = ${key}`);
  if (!row?.request_hash.equals(hash)) throw conflict('idempotency_key_reused');
  if (row.status === 0) throw conflict('idempotency_in_progress', { retryAfter: 1 });
  return { status: row.status, body: row.body };
}
