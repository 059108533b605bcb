import { beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '@/app/api/routes';
import { newId } from '@/kernel/ids';
import { hashApiKey } from '@/platform/auth/api-key';
import { sql } from '@/platform/db/sql';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';
import { otherAnswers, sweepBodies } from './sweep-bodies';
import { aVictim, MARK, type Victim } from './victim';

/** Doors before or beside any workspace, each with its own tests. */
const apart = new Set([
  '/api/channels/[channelId]/authorize',
  '/api/channels/callback',
  '/api/chat/[channelId]/events',
  '/api/chat/[channelId]/messages',
  '/api/chat/[channelId]/session',
  '/api/chat/[channelId]/widget.js',
  '/api/files/[token]',
  '/api/webhooks/[channelId]',
  '/api/stream',
  '/api/health',
  '/api/metrics',
  '/api/v1/openapi.json',
  '/api/bench',
]);

const cases = apiRoutes
  .filter(({ path }) => !apart.has(path))
  .flatMap(({ path, handlers }) =>
    Object.entries(handlers).flatMap(([method, handler]) =>
      handler ? [{ name: `${method} ${path}`, method, path, handler }] : [],
    ),
  );

let victim: Victim;
let stranger: TestWorkspace;
const KEY = 'rpt_stranger-of-the-sweep';

beforeAll(async () => {
  victim = await aVictim();
  stranger = await aWorkspace();
  const member = await aMember(stranger, { role: 'admin' });
  await stranger.db.models.apiKey.create({
    data: {
      workspaceId: stranger.id,
      id: newId(),
      memberId: member.actor.memberId,
      name: 'sweep',
      hint: 'rpt_str',
      keyHash: new Uint8Array(hashApiKey(KEY)),
    },
  });
});

/** Everything of the victim that a write could have touched. */
async function fingerprint(): Promise<unknown> {
  const tables = await victim.workspace.db.query<{ name: string }>(sql`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`);
  const prints = tables.map(({ name }) =>
    sql([
      `SELECT '${name}' AS name, count(*)::int AS rows, md5(string_agg(t::text, '|' ORDER BY t::text)) AS print FROM ${name} t`,
    ]),
  );
  return victim.workspace.db.pipeline(...prints);
}

describe('a member of another workspace', () => {
  it('is given a case for every route of the tree', () => {
    expect(cases.length).toBeGreaterThan(25);
    const missing = cases
      .filter(({ name, method }) => method !== 'GET' && !sweepBodies[name])
      .map(({ name }) => name);
    expect(missing).toEqual([]);
  });

  it.each(cases)('$name: learns and changes nothing', async ({ name, method, path, handler }) => {
    const before = await fingerprint();
    const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, parameter]) => parameter ?? '');
    const params = Object.fromEntries(names.map((parameter) => [parameter, victim.ids[parameter] ?? '']));
    expect(Object.values(params), 'an id of the victim for every parameter').not.toContain('');
    const url = new URL(
      path.replace(/\[(\w+)\]/g, (_, parameter: string) => victim.ids[parameter] ?? ''),
      'http://localhost',
    );
    if (path.endsWith('/search')) url.searchParams.set('q', MARK);
    if (path === '/api/v1/conversations' || path === '/api/v1/contacts') url.searchParams.set('q', MARK);
    const body = method === 'GET' ? null : JSON.stringify(sweepBodies[name]?.(victim.ids) ?? {});
    const request = new Request(url, {
      method,
      body,
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    const text = await response.text();
    expect(text.toLowerCase()).not.toContain(MARK);
    expect(response.status, text).toBeLessThan(500);
    if (names.length > 0) expect(response.status, text).toBe(otherAnswers[name]?.status ?? 404);
    expect(await fingerprint()).toEqual(before);
  });

  it.each(cases)('$name: answers nobody without proof', async ({ method, path, handler }) => {
    const request = new Request(new URL(path, 'http://localhost'), { method });
    const params = Object.fromEntries(
      [...path.matchAll(/\[(\w+)\]/g)].map(([, each]) => [each ?? '', newId()]),
    );
    const response = await handler(request, { params: Promise.resolve(params) });
    expect(response.status).toBe(401);
  });
});
