import { createHash } from 'node:crypto';
import { AppError } from '@/kernel/errors';
import type { UserId } from '@/kernel/ids';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { log } from '@/platform/log/log';
import { countHit, forgiveHits } from '@/platform/rate-limit/count-hit';
import { clearFailures, reserveAttempt } from './lockout';
import { verifyPassword } from './password';

/** Failures an address and a network address may have in a window; right passwords are not counted. */
const PER_EMAIL = { limit: 5, seconds: 60 };
const PER_ADDRESS = { limit: 60, seconds: 15 * 60 };

export interface PasswordSignIn {
  email: string;
  password: string;
  /** The client's network address, for counting. */
  address: string;
}

interface LoginRow {
  id: string;
  password_hash: string | null;
  locked_for: number;
}

/**
 * Who signs in with this e-mail address and password. Refuses `wrong_credentials` alike for an unknown address and
 * a wrong password, and `too_many_sign_ins` (with `retryAfter` seconds) after repeated failures or while locked.
 */
export async function verifySignIn({ email, password, address }: PasswordSignIn): Promise<UserId> {
  const normal = email.trim().toLowerCase();
  const keys = [`sign-in:${digest(normal)}`, `sign-in-from:${digest(address)}`];
  const [byEmail, byAddress] = await Promise.all([
    countHit(keys[0] ?? '', PER_EMAIL.seconds),
    countHit(keys[1] ?? '', PER_ADDRESS.seconds),
  ]);
  if (byEmail.hits > PER_EMAIL.limit) throw tooMany(byEmail.resetsIn);
  if (byAddress.hits > PER_ADDRESS.limit) throw tooMany(byAddress.resetsIn);
  const login = await findLogin(normal);
  if (login && !(await mayTry(login.id))) throw tooMany(Math.max(login.locked_for, 60));
  const isRight = await verifyPassword(login?.password_hash ?? null, password);
  if (!login || !isRight) throw new AppError('unauthenticated', 'wrong_credentials');
  await Promise.all([systemDb('sign-in').query(clearFailures(login.id)), forgiveHits(keys)]);
  return login.id as UserId;
}

async function findLogin(email: string): Promise<LoginRow | undefined> {
  const [row] = await systemDb('sign-in').query<LoginRow>(sql`
    SELECT id, password_hash, coalesce(ceil(extract(epoch FROM locked_until - now())), 0)::int AS locked_for
    FROM users WHERE email = ${email}`);
  return row;
}

async function mayTry(userId: string): Promise<boolean> {
  const [reserved] = await systemDb('sign-in').query<{ failed_sign_ins: number }>(reserveAttempt(userId));
  if (!reserved) log.warn({ userId }, 'sign-in refused: locked');
  return reserved !== undefined;
}

function tooMany(seconds: number): AppError {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return new AppError('rate_limited', 'too_many_sign_ins', { params: { minutes }, retryAfter: seconds });
}

/** Counters are kept in clear text; what people type is not. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
