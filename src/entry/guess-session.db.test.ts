import { beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { sessionCookie } from '@/platform/auth/session-cookie';
import { openSession, revokeSession } from '@/platform/auth/sessions';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { aMember, aWorkspace, type TestWorkspace } from '../../tests/factories/workspaces';
import { readRoute } from './route';

let workspace: TestWorkspace;
let mira: MemberContext;
let cookie: string;
let sessionId: string;
const run = vi.fn();

const route = readRoute({
  summary: 'How many members there are',
  permission: 'conversations.read',
  input: z.strictObject({}),
  output: z.unknown(),
  run,
});

beforeEach(async () => {
  workspace = await aWorkspace();
  mira = await aMember(workspace, { role: 'marketer' });
  sessionId = await openSession(mira.actor.userId, 'test');
  const { name, value } = await sessionCookie({ userId: mira.actor.userId, sessionId });
  cookie = `${name}=${value}`;
  run.mockReset().mockImplementation(async ({ actor, db }: MemberContext) => {
    const rows = await db.query(sql`SELECT id FROM memberships WHERE workspace_id = ${db.workspaceId}`);
    return { role: actor.role, members: rows.length };
  });
});

async function read(slug = workspace.slug) {
  const request = new Request('http://localhost/api/v1/test', {
    headers: { cookie, 'rapport-workspace': slug },
  });
  const response = await route(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

it('reads on a guess from the second request on, and says the same', async () => {
  const first = await read();
  const second = await read();
  expect(first).toEqual({ status: 200, body: { role: 'marketer', members: expect.any(Number) } });
  expect(second).toEqual(first);
  expect(run).toHaveBeenCalledTimes(2);
});

it('forgets what it read once the session has ended', async () => {
  await read();
  await revokeSession(sessionId);
  const { status, body } = await read();
  expect([status, body.reason, body.members]).toEqual([401, 'unauthenticated', undefined]);
  expect(run, 'it was tried, and its result thrown away').toHaveBeenCalledTimes(2);
});

it('forgets what it read once the member was removed', async () => {
  await read();
  await workspace.db.query(
    sql`UPDATE memberships SET removed_at = now() WHERE id = ${mira.actor.memberId}::uuid`,
  );
  const { status, body } = await read();
  expect([status, body.reason, body.members]).toEqual([404, 'workspace_not_found', undefined]);
});

it('begins anew where the role has changed', async () => {
  await read();
  await workspace.db.query(
    sql`UPDATE memberships SET role = 'manager' WHERE id = ${mira.actor.memberId}::uuid`,
  );
  expect((await read()).body.role).toBe('manager');
  expect(run).toHaveBeenCalledTimes(3);
});

it('is no door to another workspace', async () => {
  await read();
  const foreign = await aWorkspace();
  expect((await read(foreign.slug)).status).toBe(404);
});

it('asks who asks also where nothing is read or the read fails', async () => {
  await read();
  run.mockImplementation(async () => ({}));
  expect((await read()).status).toBe(200);
  run.mockImplementation(async ({ db }: MemberContext) => db.query(sql`SELECT 1 / 0`));
  expect((await read()).status).toBe(500);
  await revokeSession(sessionId);
  expect((await read()).status).toBe(401);
  run.mockImplementation(async () => ({}));
  expect((await read()).status).toBe(401);
});

it('takes the ordinary way for what is no plain statement, also where the refusal is swallowed', async () => {
  await read();
  const seen: string[] = [];
  run.mockImplementation(async ({ db }: MemberContext) => {
    const members = await Promise.resolve()
      .then(() => db.transaction((tx) => tx.query(sql`SELECT 1 AS one`)))
      .catch(() => []);
    seen.push(`${members.length}`);
    return { members: members.length };
  });
  expect((await read()).body).toEqual({ members: 1 });
  expect(seen).toEqual(['0', '1']);
});
