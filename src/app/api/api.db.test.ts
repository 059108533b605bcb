import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '@/kernel/ids';
import { hashApiKey, newApiKey } from '@/platform/auth/api-key';
import type { MemberContext } from '@/platform/context/context';
import { fillEnv } from '@/platform/env';
import { aChannel, aContact, aConversation, aMessage } from '../../../tests/factories/conversations';
import { aMember, aWorkspace, type TestWorkspace } from '../../../tests/factories/workspaces';
import type { matchApiRoute as Matcher } from './match';

let ours: { workspace: TestWorkspace; key: string };
let theirs: typeof ours;
let conversationId: string;
let contactId: string;

let matchApiRoute: typeof Matcher;
const folder = mkdtempSync(join(tmpdir(), 'rapport-api-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function aKey(workspace: TestWorkspace, { actor }: MemberContext): Promise<string> {
  const key = newApiKey();
  await workspace.db.models.apiKey.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      memberId: actor.memberId,
      name: 'test',
      keyHash: new Uint8Array(hashApiKey(key)),
      hint: key.slice(0, 8),
    },
  });
  return key;
}

async function call(
  key: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const match = matchApiRoute(method, path);
  if (!match) throw new Error(`no route for ${method} ${path}`);
  const isBytes = body instanceof Uint8Array;
  const request = new Request(`http://localhost${path}`, {
    method,
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers },
    ...(body !== undefined && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const response = await match.handler(request, { params: Promise.resolve(match.params) });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

beforeAll(async () => {
  fillEnv({ DATA_DIR: folder }, { override: true });
  ({ matchApiRoute } = await import('./match'));
  const made = [await aWorkspace(), await aWorkspace()] as const;
  const keys = [
    await aKey(made[0], await aMember(made[0], { role: 'admin' })),
    await aKey(made[1], await aMember(made[1], { role: 'admin' })),
  ] as const;
  ours = { workspace: made[0], key: keys[0] };
  theirs = { workspace: made[1], key: keys[1] };
  const channelId = await aChannel(ours.workspace);
  contactId = await aContact(ours.workspace, { name: 'Anna Bauer' });
  conversationId = await aConversation(ours.workspace, { channelId, contactId });
  await aMessage(ours.workspace, { conversationId, channelId, contactId, text: 'Wasserdicht?' });
});

it('answers every reading address, in the shape it declares', async () => {
  const paths = [
    'conversations',
    'conversations/counts',
    `conversations/${conversationId}`,
    `conversations/${conversationId}/messages`,
    `conversations/${conversationId}/panes`,
    'contacts',
    `contacts/${contactId}`,
    `contacts/${contactId}/conversations`,
    'tags',
    'views',
    'views/counts',
    'saved-replies',
    'search?q=wasserdicht',
    'channels',
    'members',
    'teams',
    'fields',
    'openapi.json',
  ];
  for (const path of paths)
    expect([path, (await call(ours.key, 'GET', `/api/v1/${path}`)).status]).toEqual([path, 200]);
  const list = await call(ours.key, 'GET', '/api/v1/conversations?sort=attention&limit=5');
  expect(list.body).toMatchObject({
    data: [{ id: conversationId, contact: { name: 'Anna Bauer' }, preview: '' }],
    nextCursor: null,
  });
});

it('tells strangers nothing', async () => {
  for (const path of [
    `conversations/${conversationId}`,
    `conversations/${conversationId}/messages`,
    `contacts/${contactId}`,
  ]) {
    const { status, body } = await call(theirs.key, 'GET', `/api/v1/${path}`);
    expect([status, JSON.stringify(body).includes('Anna')]).toEqual([404, false]);
  }
  expect((await call(null, 'GET', '/api/v1/conversations')).status).toBe(401);
  expect((await call(null, 'GET', '/api/v1/openapi.json')).status).toBe(200);
});

it('writes once for one idempotency key, and refuses as problem details', async () => {
  const path = `/api/v1/conversations/${conversationId}/messages`;
  const headers = { 'idempotency-key': 'one' };
  const first = await call(ours.key, 'POST', path, { text: 'Ja, bis 20.000 mm.' }, headers);
  expect(first.status).toBe(201);
  const second = await call(ours.key, 'POST', path, { text: 'Ja, bis 20.000 mm.' }, headers);
  expect(second.body).toEqual(first.body);
  const refused = await call(ours.key, 'POST', path, { text: '', odd: 1 });
  expect(refused.status).toBe(422);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(refused.body.fields.map(({ path: where }: { path: string }) => where).sort()).toEqual([
    'odd',
    'text',
  ]);
  const resolve = { action: { type: 'resolve' } };
  const changes = `/api/v1/conversations/${conversationId}/changes`;
  const { body } = await call(ours.key, 'POST', changes, resolve);
  expect(body).toMatchObject({ conversation: { status: 'resolved' }, undoId: expect.any(String) });
  expect(await call(ours.key, 'POST', changes, resolve)).toMatchObject({
    status: 409,
    body: { reason: 'already_resolved' },
  });
  expect(await call(ours.key, 'POST', `/api/v1/bulk-changes/${body.undoId}/reversal`)).toMatchObject({
    status: 200,
    body: { state: 'undone', done: 1 },
  });
  expect((await call(ours.key, 'PUT', `/api/v1/conversations/${conversationId}/read-marker`)).status).toBe(
    204,
  );
});

it('keeps files it can vouch for and serves them to its own people only', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
  const upload = (bytes: Uint8Array, type: string) =>
    call(ours.key, 'POST', '/api/v1/attachments?name=photo.png', bytes, { 'content-type': type });
  expect(await upload(Buffer.from('<svg/>'), 'image/png')).toMatchObject({
    status: 422,
    body: { fields: [{ reason: 'file_type_refused' }] },
  });
  expect((await upload(png, 'text/html')).status).toBe(422);
  const { status, body } = await upload(png, 'image/png');
  expect([status, body.name, body.size]).toEqual([201, 'photo.png', 10]);
  const served = await call(ours.key, 'GET', `/api/v1/attachments/${body.id}`);
  expect([served.status, served.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
  expect((await call(theirs.key, 'GET', `/api/v1/attachments/${body.id}`)).status).toBe(404);
});

it('shows where a channel delivers only to those who may manage it', async () => {
  const settings = { callbackUrl: 'https://example.org/secret-path' };
  const created = await call(ours.key, 'POST', '/api/v1/channels', {
    connector: 'api',
    name: 'Shop',
    settings,
  });
  const path = `/api/v1/channels/${created.body.id}`;
  const marketer = await aKey(ours.workspace, await aMember(ours.workspace, { role: 'marketer' }));
  const manager = await aKey(ours.workspace, await aMember(ours.workspace, { role: 'manager' }));
  for (const key of [marketer, manager]) {
    const one = await call(key, 'GET', path);
    const list = await call(key, 'GET', '/api/v1/channels');
    expect([one.status, one.body.name, list.status]).toEqual([200, 'Shop', 200]);
    for (const answer of [one, list]) {
      expect(JSON.stringify(answer.body)).not.toMatch(/secret-path|webhookUrl|\/api\/webhooks|"settings"/);
    }
  }
  const webhookUrl = expect.stringContaining(created.body.id);
  expect((await call(ours.key, 'GET', path)).body).toMatchObject({ settings, webhookUrl });
  const { data } = (await call(ours.key, 'GET', '/api/v1/channels')).body;
  expect(data).toContainEqual(expect.objectContaining({ settings, webhookUrl }));
});
