import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/kernel/ids';
import { createResetLink } from '@/modules/workspaces/use-cases/create-reset-link';
import { hashPassword } from '@/platform/auth/password';
import { openSession } from '@/platform/auth/sessions';
import { verifySignIn } from '@/platform/auth/verify-sign-in';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { trailOf } from '../../tests/factories/conversations';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../../tests/factories/workspaces';
import { executeAsOperator } from './cli';
import { createAndDeliverReset, findReset, requestReset, resetPassword } from './password-resets';

const db = systemDb('sign-in');
const OLD = 'Brombeer7Kanu-Fjord';
const NEW = 'vier bunte Murmeln rollen';

let workspace: TestWorkspace;
let admin: MemberContext;
let mira: MemberContext;
let email: string;

beforeEach(async () => {
  await db.query(sql`DELETE FROM rate_limits`);
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
  email = `${newId()}@example.org`;
  mira = await aMember(workspace, { name: 'Mira', email });
  await db.query(sql`UPDATE users SET password_hash = ${await hashPassword(OLD)} WHERE email = ${email}`);
});

const tokenOf = ({ link }: { link: string }) => link.split('/').at(-1) ?? '';
const aLink = async () => tokenOf(await createAndDeliverReset(admin, { memberId: mira.actor.memberId }));
const signIn = (password: string) => verifySignIn({ email, password, address: '192.0.2.1' });

describe('a link', () => {
  it('sets a password once: the old one, every session and the lock end, and open screens hear of it', async () => {
    const session = await openSession(mira.actor.userId, null);
    await db.query(
      sql`UPDATE users SET failed_sign_ins = 9, locked_until = now() + interval '1 hour' WHERE email = ${email}`,
    );
    const token = await aLink();
    expect(await findReset(token)).toEqual({ email, name: 'Mira' });
    await resetPassword({ token, password: NEW });
    expect(await signIn(NEW)).toBe(mira.actor.userId);
    await expect(signIn(OLD)).rejects.toMatchObject({ reason: 'wrong_credentials' });
    const rows = await db.query(
      sql`SELECT id FROM sessions WHERE user_id = ${mira.actor.userId}::uuid AND revoked_at IS NULL`,
    );
    expect([session.length, rows]).toEqual([36, []]);
    const { events, audits } = await trailOf(workspace);
    expect(events).toEqual(['member.updated']);
    expect(audits).toEqual(['member.reset_link_created', 'member.password_reset']);
    expect(await findReset(token)).toBeNull();
    await expect(resetPassword({ token, password: NEW })).rejects.toMatchObject({
      reason: 'reset_link_gone',
    });
  });

  it('of two who use it at once lets one in', async () => {
    const token = await aLink();
    const both = await Promise.allSettled([
      resetPassword({ token, password: NEW }),
      resetPassword({ token, password: `${NEW} auch` }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('ends after an hour, and with a newer one', async () => {
    const first = await aLink();
    const second = await aLink();
    expect([await findReset(first), (await findReset(second))?.email]).toEqual([null, email]);
    await db.query(sql`UPDATE password_resets SET expires_at = expires_at - interval '1 hour'`);
    expect(await findReset(second)).toBeNull();
    await expect(resetPassword({ token: second, password: NEW })).rejects.toMatchObject({
      reason: 'reset_link_gone',
    });
    expect(await signIn(OLD)).toBe(mira.actor.userId);
  });

  it('keeps for another try where the password is refused', async () => {
    const token = await aLink();
    await expect(resetPassword({ token, password: 'short' })).rejects.toMatchObject({
      fields: [{ path: 'password', reason: 'password_too_short' }],
    });
    expect(await findReset(token)).not.toBeNull();
  });

  it('is stored as a hash only', async () => {
    const token = await aLink();
    const rows = await db.query(sql`SELECT t::text FROM password_resets t`);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });
});

describe('asking', () => {
  const ask = (asked: string, address: string) =>
    requestReset(asked, { address, locale: 'de' }).then(
      () => 'taken',
      (error) => error.reason as string,
    );

  it('is answered alike for known and unknown addresses, three times an hour', async () => {
    for (const asked of [email, 'nobody@example.org']) {
      const answers: string[] = [];
      for (let count = 0; count < 4; count += 1) answers.push(await ask(asked, `192.0.2.${count}`));
      expect(answers).toEqual(['taken', 'taken', 'taken', 'rate_limited']);
    }
  });

  it('is counted from where it comes', async () => {
    const answers: string[] = [];
    for (let count = 0; count < 21; count += 1) answers.push(await ask(`${count}@example.org`, '192.0.2.9'));
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(20);
    expect(answers.at(-1)).toBe('rate_limited');
  });
});

describe('an admin', () => {
  it('makes links for members of this workspace, and for no login that opens another', async () => {
    const elsewhere = await aWorkspace();
    const stranger = await aMember(elsewhere);
    await expect(createAndDeliverReset(admin, { memberId: stranger.actor.memberId })).rejects.toMatchObject({
      reason: 'member_not_found',
    });
    await elsewhere.db.models.membership.create({
      data: {
        workspaceId: elsewhere.id,
        id: newId(),
        userId: mira.actor.userId,
        role: 'admin',
        displayName: 'Mira',
      },
    });
    await expect(aLink()).rejects.toMatchObject({ reason: 'login_used_elsewhere' });
    const input = { memberId: mira.actor.memberId };
    const made = await executeAsOperator(createResetLink, systemContextOf(workspace), input);
    expect(await findReset(made.token)).toMatchObject({ email });
  });

  it('is the only one who may', async () => {
    const marketer = await aMember(workspace);
    await expect(createAndDeliverReset(marketer, { memberId: mira.actor.memberId })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
