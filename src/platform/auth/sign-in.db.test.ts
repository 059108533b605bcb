import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/kernel/ids';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { accountOf } from './oidc-account';
import { hashPassword } from './password';
import { openSession } from './sessions';
import { verifySignIn } from './verify-sign-in';

const db = systemDb('sign-in');
const password = 'Brombeer7Kanu-Fjord';
let login: { id: string; email: string };

beforeEach(async () => {
  await db.query(sql`DELETE FROM rate_limits`);
  login = { id: newId(), email: `${newId()}@nordlicht.example` };
  await db.query(sql`
    INSERT INTO users (id, email, name, password_hash)
    VALUES (${login.id}::uuid, ${login.email}, 'Mira', ${await hashPassword(password)})`);
});

const attempt = (email: string, typed: string) =>
  verifySignIn({ email, password: typed, address: '192.0.2.1' });
const reasonOf = (email: string, typed: string) =>
  attempt(email, typed).then(
    () => 'in',
    (error) => error.reason as string,
  );

it('takes the address in any case, and a right password clears what failed before', async () => {
  expect(await reasonOf(login.email, 'wrong')).toBe('wrong_credentials');
  expect(await attempt(` ${login.email.toUpperCase()} `, password)).toBe(login.id);
  const [row] = await db.query<{ failed_sign_ins: number }>(
    sql`SELECT failed_sign_ins FROM users WHERE id = ${login.id}::uuid`,
  );
  expect(row?.failed_sign_ins).toBe(0);
});

it('says the same of unknown addresses, and stops both at the sixth try', async () => {
  for (const email of [login.email, 'nobody@nordlicht.example']) {
    const reasons: string[] = [];
    for (let index = 0; index < 6; index += 1) reasons.push(await reasonOf(email, 'wrong'));
    expect(reasons).toEqual([...Array(5).fill('wrong_credentials'), 'too_many_sign_ins']);
  }
  expect(await reasonOf(login.email, password)).toBe('too_many_sign_ins');
});

it('stays locked when the short window is over, twice as long after the next failure', async () => {
  for (let index = 0; index < 5; index += 1) await reasonOf(login.email, 'wrong');
  await db.query(sql`DELETE FROM rate_limits`);
  expect(await reasonOf(login.email, password)).toBe('too_many_sign_ins');
  await db.query(
    sql`UPDATE users SET locked_until = now() - interval '1 second' WHERE id = ${login.id}::uuid`,
  );
  expect(await reasonOf(login.email, 'wrong')).toBe('wrong_credentials');
  const [row] = await db.query<{ seconds: number }>(
    sql`SELECT extract(epoch FROM locked_until - now())::float8 AS seconds FROM users WHERE id = ${login.id}::uuid`,
  );
  expect(row?.seconds).toBeGreaterThan(100);
  expect(row?.seconds).toBeLessThan(121);
});

it('a burst of parallel tries gets no more than the five', async () => {
  const reasons = await Promise.all(Array.from({ length: 12 }, () => reasonOf(login.email, 'wrong')));
  expect(reasons.filter((reason) => reason === 'wrong_credentials').length).toBeLessThanOrEqual(5);
});

it('somebody a provider vouches for is found again, linked by a verified address, or new', async () => {
  const person = {
    issuer: 'https://id.example',
    subject: newId(),
    email: login.email,
    isEmailVerified: false,
    name: 'Mira',
  };
  await expect(accountOf(person)).rejects.toMatchObject({ reason: 'oidc_email_unverified' });
  const session = await openSession(login.id, null);
  expect(await accountOf({ ...person, isEmailVerified: true })).toBe(login.id);
  expect(await accountOf({ ...person, email: null })).toBe(login.id);
  // The password was set by somebody who never proved the address: it and its sessions are gone.
  expect(await reasonOf(login.email, password)).toBe('wrong_credentials');
  const [row] = await db.query<{ revoked: boolean }>(
    sql`SELECT revoked_at IS NOT NULL AS revoked FROM sessions WHERE id = ${session}::uuid`,
  );
  expect(row?.revoked).toBe(true);
  const other = await accountOf({
    ...person,
    subject: newId(),
    email: 'Neu@nordlicht.example',
    isEmailVerified: true,
  });
  expect(other).not.toBe(login.id);
});
