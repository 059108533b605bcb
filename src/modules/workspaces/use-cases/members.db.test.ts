import { expect, it } from 'vitest';
import { authoriseApiKey } from '@/entry/authorise';
import { execute } from '@/entry/execute';
import { findInvitation, inviteAndDeliver, joinWithLogin, joinWithNewLogin } from '@/entry/invitations';
import { openWorkspace, signUp } from '@/entry/sign-up';
import { systemContext } from '@/entry/system-context';
import { type MemberId, newId, type UserId } from '@/kernel/ids';
import type { Role } from '@/kernel/vocabulary';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { findMemberByEmail, listAuditEntries, listMembers, listMyWorkspaces } from '../queries';
import { changeMemberRole } from './change-member-role';
import { createApiKey } from './create-api-key';
import { leaveWorkspace } from './leave-workspace';
import { removeMember } from './remove-member';
import { restoreMember } from './restore-member';

const password = 'Brombeer7Kanu-Fjord';
let count = 0;

/** A workspace with its admin; names and addresses of its own each time. */
async function aWorkspace(name = 'Nordlicht Outdoor') {
  count += 1;
  const email = `mira${count}@nordlicht.example`;
  const signedUp = await signUp({
    name: 'Mira Berg',
    email,
    password,
    workspaceName: name,
    locale: 'de',
    timeZone: 'Europe/Berlin',
  });
  return { ...signedUp, email, admin: await contextOf(signedUp.workspaceId, email) };
}

async function contextOf(
  workspaceId: Parameters<typeof systemContext>[0],
  email: string,
): Promise<MemberContext> {
  const context = await systemContext(workspaceId);
  const member = await findMemberByEmail(context, email);
  if (!member) throw new Error(`${email} is no member`);
  const { memberId, userId, role, name } = member;
  return { ...context, actor: { memberId, userId, role, name } };
}

async function join(admin: MemberContext, role: Role) {
  count += 1;
  const email = `lukas${count}@nordlicht.example`;
  const token = await invite(admin, email, role);
  await joinWithNewLogin(token, { name: 'Lukas Tal', password: 'vier Zelte am Gletschersee', locale: 'en' });
  return { email, token, context: await contextOf(admin.workspace.id, email) };
}

async function invite(admin: MemberContext, email: string, role: Role): Promise<string> {
  const { link, isMailed } = await inviteAndDeliver(admin, { email, role });
  expect(isMailed).toBe(false);
  return link.split('/').at(-1) ?? '';
}

async function eventsOf({ db }: MemberContext): Promise<string[]> {
  const rows = await db.query<{ type: string }>(
    sql`SELECT type FROM outbox_events WHERE workspace_id = ${db.workspaceId} ORDER BY xid, id`,
  );
  return rows.map(({ type }) => type);
}

it('sign-up makes login, workspace and admin, or nothing', async () => {
  const { admin, email, userId, slug } = await aWorkspace('Ärzte & Söhne');
  expect(slug).toBe('aerzte-soehne');
  expect(admin.actor).toMatchObject({ role: 'admin', name: 'Mira Berg' });
  expect(await eventsOf(admin)).toEqual(['member.joined']);
  const again = {
    name: 'X',
    email,
    password,
    workspaceName: 'Zweite',
    locale: 'de',
    timeZone: 'UTC',
  } as const;
  await expect(signUp(again)).rejects.toMatchObject({ reason: 'email_taken' });
  await expect(signUp({ ...again, password: 'password1234' })).rejects.toMatchObject({
    fields: [{ path: 'password', reason: 'password_guessable' }],
  });
  expect(await listMyWorkspaces(userId)).toHaveLength(1);
});

it('a taken address gets a number, across workspaces that cannot see each other', async () => {
  const first = await aWorkspace('Bergliebe');
  const owner = { userId: first.userId, name: 'Mira Berg' };
  const second = await openWorkspace({ name: 'Bergliebe', locale: 'de', timeZone: 'UTC', owner });
  expect([first.slug, second.slug]).toEqual(['bergliebe', 'bergliebe-2']);
});

it('an invitation works once, for its address, with its role', async () => {
  const { admin } = await aWorkspace();
  const { token, context, email } = await join(admin, 'manager');
  expect(context.actor.role).toBe('manager');
  expect(await findInvitation(token)).toBeNull();
  const stranger = { userId: newId() as UserId, email: 'x@y.example', name: 'X' };
  await expect(joinWithLogin(token, stranger)).rejects.toMatchObject({ reason: 'invitation_not_found' });
  const other = await invite(admin, 'somebody@else.example', 'admin');
  await expect(joinWithLogin(other, stranger)).rejects.toMatchObject({
    reason: 'invitation_for_somebody_else',
  });
  await expect(invite(admin, email, 'admin')).rejects.toMatchObject({ reason: 'already_member' });
  const newer = await invite(admin, 'somebody@else.example', 'marketer');
  expect(await findInvitation(other)).toBeNull();
  expect(await findInvitation(newer)).toMatchObject({
    role: 'marketer',
    invitedBy: 'Mira Berg',
    hasLogin: false,
  });
});

it('a removed member is out at once, with their keys; undo brings both back', async () => {
  const { admin } = await aWorkspace();
  const { context: lukas } = await join(admin, 'marketer');
  const { key } = await execute(createApiKey, lukas, { name: 'Shop' });
  const { memberId } = lukas.actor;
  expect((await authoriseApiKey(key, newId())).context.actor.memberId).toBe(memberId);
  await execute(removeMember, admin, { memberId });
  await expect(authoriseApiKey(key, newId())).rejects.toMatchObject({ reason: 'invalid_api_key' });
  expect(await listMyWorkspaces(lukas.actor.userId)).toEqual([]);
  await execute(restoreMember, admin, { memberId });
  expect((await authoriseApiKey(key, newId())).context.actor.role).toBe('marketer');
  expect(await eventsOf(admin)).toEqual(expect.arrayContaining(['member.removed', 'api_key.created']));
  const { data } = await listAuditEntries(admin, { limit: 2 });
  expect(data.map(({ action, subjectName }) => [action, subjectName])).toEqual([
    ['member.restored', 'Lukas Tal'],
    ['member.removed', 'Lukas Tal'],
  ]);
  const late: MemberContext = { ...admin, now: () => new Date(Date.now() + 11 * 60_000) };
  await execute(removeMember, admin, { memberId });
  await expect(execute(restoreMember, late, { memberId })).rejects.toMatchObject({
    reason: 'member_not_found',
  });
});

it('somebody stays in charge, even when two admins remove each other at the same moment', async () => {
  const { admin } = await aWorkspace();
  await expect(execute(leaveWorkspace, admin, {})).rejects.toMatchObject({ reason: 'last_admin' });
  const { context: second } = await join(admin, 'admin');
  const results = await Promise.allSettled([
    execute(removeMember, admin, { memberId: second.actor.memberId }),
    execute(removeMember, second, { memberId: admin.actor.memberId }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await listMembers(admin)).filter(({ role }) => role === 'admin')).toHaveLength(1);
});

it("another workspace's member is not there, and a marketer may not manage", async () => {
  const a = await aWorkspace();
  const b = await aWorkspace('Fremd');
  const input = { memberId: a.admin.actor.memberId, role: 'marketer' };
  await expect(execute(changeMemberRole, b.admin, input)).rejects.toMatchObject({
    reason: 'member_not_found',
  });
  await expect(execute(removeMember, b.admin, { memberId: a.admin.actor.memberId })).rejects.toMatchObject({
    code: 'not_found',
  });
  const { context: lukas } = await join(a.admin, 'marketer');
  await expect(
    execute(changeMemberRole, lukas, { memberId: lukas.actor.memberId as MemberId, role: 'admin' }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect((await listMembers(a.admin)).map(({ name, role }) => [name, role])).toEqual([
    ['Lukas Tal', 'marketer'],
    ['Mira Berg', 'admin'],
  ]);
});
