import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { execute } from '@/entry/execute';
import { readRoute, writeRoute } from '@/entry/route';
import { newId } from '@/kernel/ids';
import { createApiKey } from '@/modules/workspaces/use-cases/create-api-key';
import { removeMember } from '@/modules/workspaces/use-cases/remove-member';
import { revokeApiKey } from '@/modules/workspaces/use-cases/revoke-api-key';
import type { MemberContext } from '@/platform/context/context';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';

let ours: TestWorkspace;
let theirs: TestWorkspace;
let admin: MemberContext;
let foreignAdmin: MemberContext;

beforeAll(async () => {
  ours = await aWorkspace();
  theirs = await aWorkspace();
  admin = await aMember(ours, { role: 'admin' });
  foreignAdmin = await aMember(theirs, { role: 'admin' });
});

/** The least a route can be: which workspace did the door let us into, and what does it hold? */
const whereAmI = readRoute({
  summary: 'Where am I',
  permission: 'tags.read',
  input: z.strictObject({}),
  output: z.strictObject({ workspaceId: z.uuid(), tags: z.array(z.string()) }),
  run: async ({ workspace, db }) => ({
    workspaceId: workspace.id,
    tags: (await db.query<{ name: string }>(sql`SELECT name FROM tags ORDER BY name`)).map(
      ({ name }) => name,
    ),
  }),
});

const addTag = writeRoute(
  defineUseCase({
    name: 'test.add-tag',
    permission: 'tags.manage',
    input: z.strictObject({ name: z.string().min(1) }),
    run: async ({ db }, { name }) => {
      const id = newId();
      await db.query(
        sql`INSERT INTO tags (workspace_id, id, name) VALUES (${db.workspaceId}, ${id}::uuid, ${name})`,
      );
      return { id };
    },
  }),
  { summary: 'Add a tag', output: z.strictObject({ id: z.uuid() }), status: 201 },
);

const keyOf = async (context: MemberContext) => (await execute(createApiKey, context, { name: 'test' })).key;
const noParams = { params: Promise.resolve({}) };

async function get(headers: Record<string, string>) {
  const response = await whereAmI(new Request('http://localhost/api/v1/test', { headers }), noParams);
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

async function add(key: string, name: string, idempotencyKey?: string) {
  const headers: Record<string, string> = { authorization: `Bearer ${key}` };
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  const init = { method: 'POST', headers, body: JSON.stringify({ name }) };
  const response = await addTag(new Request('http://localhost/api/v1/tags', init), noParams);
  return {
    status: response.status,
    isReplay: response.headers.get('idempotency-replayed') === 'true',
    body: (await response.json()) as { id?: string; reason?: string },
  };
}

describe('a bearer key', () => {
  it('opens its own workspace, whatever workspace the header names', async () => {
    const key = await keyOf(admin);
    for (const slug of [ours.slug, theirs.slug, 'none']) {
      const { status, body } = await get({ authorization: `Bearer ${key}`, 'rapport-workspace': slug });
      expect([status, body.workspaceId]).toEqual([200, ours.id]);
    }
  });

  it('sees nothing of another workspace', async () => {
    await add(await keyOf(foreignAdmin), 'theirs alone');
    const { body } = await get({ authorization: `Bearer ${await keyOf(admin)}` });
    expect(JSON.stringify(body)).not.toContain('theirs alone');
  });

  it('is refused when unknown, altered, revoked or its member is gone', async () => {
    const key = await keyOf(admin);
    const reasonOf = async (given: string) => {
      const { status, body } = await get({ authorization: `Bearer ${given}` });
      return [status, body.reason];
    };
    const refused = [401, 'invalid_api_key'];
    expect(await reasonOf(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toEqual(refused);
    expect(await reasonOf("' OR true --")).toEqual(refused);
    const { key: doomed, apiKeyId } = await execute(createApiKey, admin, { name: 'doomed' });
    expect((await get({ authorization: `Bearer ${doomed}` })).status).toBe(200);
    await execute(revokeApiKey, admin, { apiKeyId });
    expect(await reasonOf(doomed)).toEqual(refused);
    const leaver = await aMember(ours);
    const leaverKey = await keyOf(leaver);
    await execute(removeMember, admin, { memberId: leaver.actor.memberId });
    expect(await reasonOf(leaverKey)).toEqual(refused);
    expect(await reasonOf(key)).toEqual([200, undefined]);
  });

  it('cannot revoke the key of another member', async () => {
    const { apiKeyId } = await execute(createApiKey, admin, { name: 'mine' });
    const colleague = await aMember(ours, { role: 'admin' });
    for (const attacker of [colleague, foreignAdmin]) {
      await expect(execute(revokeApiKey, attacker, { apiKeyId })).rejects.toThrow('api_key_not_found');
    }
  });
});

describe('the rate limit', () => {
  it('is told in the standard headers and holds for its key alone', async () => {
    const key = await keyOf(await aMember(ours));
    const first = await get({ authorization: `Bearer ${key}` });
    expect(first.headers.get('ratelimit-limit')).toBe('600');
    expect(first.headers.get('ratelimit-remaining')).toBe('599');
    expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=600;w=60');
    for (let batch = 0; batch < 12; batch += 1) {
      await Promise.all(Array.from({ length: 50 }, () => get({ authorization: `Bearer ${key}` })));
    }
    const refused = await get({ authorization: `Bearer ${key}` });
    expect([refused.status, refused.body.reason]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await get({ authorization: `Bearer ${await keyOf(admin)}` })).status).toBe(200);
  });
});

describe('an idempotency key', () => {
  it('makes a write happen once, also when it comes many times at the same moment', async () => {
    const key = await keyOf(admin);
    const answers = await Promise.all(Array.from({ length: 8 }, () => add(key, 'once', 'one')));
    expect(answers.filter(({ status, isReplay }) => status === 201 && !isReplay)).toHaveLength(1);
    for (const { status, body } of answers)
      expect([201, 409]).toContain(status === 409 ? 409 : body.id && status);
    const again = await add(key, 'once', 'one');
    expect(again).toMatchObject({ status: 201, isReplay: true });
    const { body } = await get({ authorization: `Bearer ${key}` });
    expect((body.tags as string[]).filter((name) => name === 'once')).toHaveLength(1);
  });

  it('is refused for another request, and belongs to its member alone', async () => {
    const key = await keyOf(admin);
    const first = await add(key, 'red', 'shared');
    expect(await add(key, 'blue', 'shared')).toMatchObject({
      status: 409,
      body: { reason: 'idempotency_key_reused' },
    });
    const colleague = await keyOf(await aMember(ours));
    const theirOwn = await add(colleague, 'green', 'shared');
    expect(theirOwn).toMatchObject({ status: 201, isReplay: false });
    expect(theirOwn.body.id).not.toBe(first.body.id);
    expect(await add(key, 'x', 'with spaces no')).toMatchObject({ status: 422 });
    expect(await add(key, 'x', 'y'.repeat(256))).toMatchObject({ status: 422 });
  });
});

describe('a browser session', () => {
  it('needs the header that no foreign page can send', async () => {
    const { cookieOf } = await import('./support/open-stream');
    const { cookie } = await cookieOf(admin);
    expect((await get({ cookie })).status).toBe(404);
    expect((await get({ cookie, 'rapport-workspace': theirs.slug })).status).toBe(404);
    expect((await get({ cookie, 'rapport-workspace': ours.slug })).status).toBe(200);
  });
});
