import { beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '@/app/api/routes';
import { execute } from '@/entry/execute';
import { encodeCursor } from '@/kernel/pagination';
import { listAuditEntries } from '@/modules/workspaces/queries';
import { createApiKey } from '@/modules/workspaces/use-cases/create-api-key';
import type { MemberContext } from '@/platform/context/context';
import { anApiChannel, anInboundMessage, createdEvent, receive } from '../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;
let key: string;
let channelId: string;

beforeAll(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
  key = (await execute(createApiKey, admin, { name: 'odd' })).key;
  channelId = (await anApiChannel(admin)).id;
  await receive(workspace, channelId, createdEvent(anInboundMessage()));
});

async function ask(method: string, path: string, params: Record<string, string>, body?: object) {
  const handler = apiRoutes.find((route) => route.path === path.split('?')[0])?.handlers[method];
  if (!handler) throw new Error(`no route ${method} ${path}`);
  const request = new Request(new URL(path, 'http://localhost'), {
    method,
    headers: { authorization: `Bearer ${key}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  return { status: response.status, body: await response.json() };
}

describe('text the database cannot hold', () => {
  it('is refused by name: a NUL byte in a search, a name, deep in a filter', async () => {
    const contact = await workspace.db.models.contact.findFirst();
    const answers = [
      await ask('GET', '/api/v1/search?q=a%00b', {}),
      await ask('POST', '/api/v1/tags', {}, { name: 'a\u0000b' }),
      await ask(
        'PATCH',
        '/api/v1/contacts/[contactId]',
        { contactId: contact?.id ?? '' },
        { attributes: { city: '\u0000' } },
      ),
    ];
    expect(answers.map(({ status, body }) => [status, body.fields?.[0]])).toEqual([
      [422, { path: 'q', reason: 'unstorable_text' }],
      [422, { path: 'name', reason: 'unstorable_text' }],
      [422, { path: 'attributes.city', reason: 'unstorable_text' }],
    ]);
  });

  it('survives where it is half a character, and an apostrophe is just a letter', async () => {
    const half = await ask('POST', '/api/v1/tags', {}, { name: 'half \ud83d' });
    expect(half).toMatchObject({ status: 201, body: { name: 'half \ufffd' } });
    const contact = await workspace.db.models.contact.findFirst();
    const path = '/api/v1/contacts/[contactId]';
    const renamed = await ask(
      'PATCH',
      path,
      { contactId: contact?.id ?? '' },
      { name: `Seán O'Brien "; --`, attributes: { note: '\udc00' } },
    );
    expect(renamed).toMatchObject({ status: 200, body: { name: `Seán O'Brien "; --` } });
  });
});

describe('a cursor nobody gave out', () => {
  const bad = [
    encodeCursor(['never', 'nobody']),
    encodeCursor([null, null]),
    encodeCursor([1, 'x', 'y']),
    'zzz',
  ];
  const lists = apiRoutes.filter(({ handlers }) => {
    const endpoint = (handlers.GET as { endpoint?: { input: { shape?: object } } } | undefined)?.endpoint;
    return 'cursor' in (endpoint?.input.shape ?? {});
  });

  it('is refused by every list', async () => {
    expect(lists.length).toBeGreaterThan(3);
    const [conversation, contact] = await Promise.all([
      workspace.db.models.conversation.findFirst(),
      workspace.db.models.contact.findFirst(),
    ]);
    const params = { channelId, conversationId: conversation?.id ?? '', contactId: contact?.id ?? '' };
    const answers = [];
    for (const { path } of lists) {
      for (const cursor of bad) {
        const q = path.endsWith('/search') ? '&q=kann' : '';
        const own = Object.fromEntries(Object.entries(params).filter(([name]) => path.includes(`[${name}]`)));
        const { status } = await ask('GET', `${path}?cursor=${cursor}${q}`, own);
        if (status !== 422) answers.push([path, cursor, status]);
      }
    }
    expect(answers).toEqual([]);
  });
});

describe('a cursor that was given out', () => {
  it('leads on, in every kind of list that builds one of its own', async () => {
    const authors = ['Berta Paging', 'Bernd Paging', 'Bea Paging'].map((name) => ({
      externalId: name,
      name,
    }));
    const messages = authors.map((author) => createdEvent(anInboundMessage({ author, text: 'paging' })));
    await receive(workspace, channelId, ...messages);
    const walks: [string, string, Record<string, string>][] = [
      ['/api/v1/contacts', 'q=paging', {}],
      ['/api/v1/contacts', 'sort=name', {}],
      ['/api/v1/channels/[channelId]/events', '', { channelId }],
    ];
    for (const [path, query, params] of walks) {
      const first = await ask('GET', `${path}?limit=1&${query}`, params);
      const second = await ask('GET', `${path}?limit=1&${query}&cursor=${first.body.nextCursor}`, params);
      expect([first.status, second.status], path).toEqual([200, 200]);
      expect(second.body.data[0].id, path).not.toBe(first.body.data[0].id);
    }
    const audit = await listAuditEntries(admin, { limit: 1 });
    const older = await listAuditEntries(admin, { limit: 1, cursor: audit.nextCursor ?? '' });
    expect(older.data[0]?.id).not.toBe(audit.data[0]?.id);
  });
});
