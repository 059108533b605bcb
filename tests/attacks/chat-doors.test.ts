import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchApiRoute } from '@/app/api/match';
import { execute } from '@/entry/execute';
import { newId } from '@/kernel/ids';
import type { VisitorPage, VisitorSession } from '@/kernel/visitor-chat';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import { sendMessage } from '@/modules/conversations/use-cases/send-message';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anApiChannel } from '../factories/channels';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';
import { type DoorServer, serveDoor } from './support/door-server';

const ORIGIN = 'https://shop.example';
const MARK = 'zimtstern';

interface Side {
  workspace: TestWorkspace;
  admin: MemberContext;
  channelId: string;
}

let ours: Side;
let theirs: Side;
let server: DoorServer;

async function aSide(): Promise<Side> {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, {
    role: 'admin',
    name: 'Ada Sommer',
    email: `${newId()}@inside.example`,
  });
  const settings = { allowedOrigins: `${ORIGIN} https://www.shop.example`, title: 'Nordlicht' };
  const { id } = await execute(createChannel, admin, { connector: 'chat', name: 'Website', settings });
  return { workspace, admin, channelId: id };
}

beforeAll(async () => {
  [ours, theirs] = await Promise.all([aSide(), aSide()]);
  server = await serveDoor(
    async (request) => {
      const url = new URL(request.url);
      const match = matchApiRoute(request.method, url.pathname);
      return match
        ? match.handler(request, { params: Promise.resolve(match.params) })
        : new Response(null, { status: 404 });
    },
    () => ({}),
  );
});
afterAll(() => server.close());

interface Asked {
  origin?: string | undefined;
  token?: string;
  body?: unknown;
  method?: string;
}

function ask(channelId: string, path: string, { origin = ORIGIN, token, body, method }: Asked = {}) {
  return fetch(`${server.url}/api/chat/${channelId}/${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(origin && { origin }),
      ...(token && { authorization: `Bearer ${token}` }),
      // One visitor after another: what is counted by address is not this test's matter.
      'x-forwarded-for': newId(),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function aVisitor({ channelId }: Side, token?: string): Promise<VisitorSession> {
  const response = await ask(channelId, 'session', { body: token ? { token } : {} });
  expect(response.status).toBe(200);
  return (await response.json()) as VisitorSession;
}

const consent = { text: 'Ich bin einverstanden.', language: 'de', givenAt: '2026-11-22T11:29:00.000Z' };
const aPost = (changes: object = {}) => ({
  id: crypto.randomUUID(),
  text: `Frage ${MARK}`,
  consent,
  ...changes,
});

async function say(side: Side, token: string, post: object = aPost()): Promise<number> {
  return (await ask(side.channelId, 'messages', { token, body: post })).status;
}

async function seenBy(side: Side, token: string): Promise<VisitorPage> {
  return (await (await ask(side.channelId, 'messages', { token })).json()) as VisitorPage;
}

const drain = ({ workspace, channelId }: Side) => drainChannelEvents(systemContextOf(workspace), channelId);
const stored = async ({ workspace }: Side) =>
  (await workspace.db.query<{ n: number }>(sql`SELECT count(*)::int AS n FROM raw_events`))[0]?.n ?? 0;

describe('a page of another origin', () => {
  it('gets nothing and cannot read why, whatever it sends', async () => {
    const { token } = await aVisitor(ours);
    const before = await stored(ours);
    for (const origin of [
      'https://evil.example',
      'https://shop.example.evil.example',
      'https://shop.example:8443',
      'http://shop.example',
      'null',
      'https://SHOP.example',
    ]) {
      for (const [path, body] of [
        ['session', {}],
        ['messages', aPost()],
        ['messages', undefined],
        ['events', undefined],
      ] as const) {
        const response = await ask(ours.channelId, path, { origin, token, body });
        expect(response.status, `${origin} ${path}`).toBe(403);
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
        expect(await response.text()).not.toContain('Nordlicht');
      }
      const preflight = await ask(ours.channelId, 'messages', { origin, method: 'OPTIONS' });
      expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
    expect(await stored(ours)).toBe(before);
  });

  it('of the list is answered for that origin alone, without cookies', async () => {
    for (const origin of [ORIGIN, 'https://www.shop.example']) {
      const response = await ask(ours.channelId, 'session', { origin, body: {} });
      expect(response.headers.get('access-control-allow-origin')).toBe(origin);
      expect(response.headers.get('vary')).toBe('origin');
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
    const preflight = await ask(ours.channelId, 'messages', { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  it('names a chat channel or nothing', async () => {
    const { id } = await anApiChannel(ours.admin);
    for (const channelId of [id, crypto.randomUUID(), 'none', '%00', ours.channelId.toUpperCase()]) {
      expect((await ask(channelId, 'session', { body: {} })).status, channelId).toBe(404);
    }
    const webhook = await fetch(`${server.url}/api/webhooks/${ours.channelId}`, {
      method: 'POST',
      body: '{}',
    });
    expect([webhook.status, ((await webhook.json()) as { reason: string }).reason]).toEqual([
      401,
      'no_webhook',
    ]);
  });
});

describe('a token', () => {
  it('holds on its own channel, unaltered, and nowhere else', async () => {
    const { token } = await aVisitor(ours);
    expect(await say(ours, token)).toBe(200);
    const before = [await stored(ours), await stored(theirs)];
    const altered = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const bad of ['', 'x', altered, `${token}A`, token.slice(3)]) {
      expect(await say(ours, bad), bad).toBe(401);
      expect((await ask(ours.channelId, 'messages', { token: bad })).status).toBe(401);
      expect((await ask(ours.channelId, 'events', { token: bad })).status).toBe(401);
    }
    expect(await say(theirs, token)).toBe(401);
    expect((await ask(theirs.channelId, 'messages', { token })).status).toBe(401);
    expect([await stored(ours), await stored(theirs)]).toEqual(before);
  });

  it('of another workspace begins a conversation of its own and learns nothing', async () => {
    const { token } = await aVisitor(ours);
    await say(ours, token);
    await drain(ours);
    const stranger = await aVisitor(theirs, token);
    expect((await seenBy(theirs, stranger.token)).messages).toEqual([]);
    expect((await seenBy(ours, (await aVisitor(ours, token)).token)).messages).toHaveLength(1);
  });
});

describe('what is posted', () => {
  it('is one message, however often and by however many windows at once', async () => {
    const { token } = await aVisitor(ours);
    const post = aPost();
    await Promise.all(Array.from({ length: 8 }, () => say(ours, token, post)));
    await drain(ours);
    await say(ours, token, { ...post, text: 'Something else' });
    await drain(ours);
    expect((await seenBy(ours, token)).messages.map(({ id, text }) => [id, text])).toEqual([
      [post.id, post.text],
    ]);
  });

  it('does not take the place of somebody else’s message', async () => {
    const [one, other] = [await aVisitor(ours), await aVisitor(ours)];
    const post = aPost();
    await say(ours, one.token, post);
    await say(ours, other.token, { ...post, text: 'Not yours' });
    await drain(ours);
    expect((await seenBy(ours, one.token)).messages.map(({ text }) => text)).toEqual([post.text]);
    expect((await seenBy(ours, other.token)).messages.map(({ text }) => text)).toEqual(['Not yours']);
  });

  it('is refused without consent, too large, or in another shape; nothing of it is kept', async () => {
    const { token } = await aVisitor(ours);
    const before = await stored(ours);
    const { consent: _, ...without } = aPost();
    for (const body of [
      without,
      aPost({ consent: { ...consent, text: ' ' } }),
      aPost({ text: 'x'.repeat(4001) }),
      aPost({ text: '   ' }),
      aPost({ id: 'mine' }),
      aPost({ visitorId: crypto.randomUUID() }),
      aPost({ page: { url: 'javascript:alert(1)', title: '' } }),
      'x'.repeat(50_000),
      '[]',
      '',
    ]) {
      expect((await ask(ours.channelId, 'messages', { token, body })).status).toBe(422);
    }
    expect(await stored(ours)).toBe(before);
  });

  it('is counted: more than twenty a minute wait', async () => {
    const { token } = await aVisitor(ours);
    const answers = [];
    for (let count = 0; count < 21; count += 1) answers.push(await say(ours, token));
    expect(answers.filter((status) => status === 200)).toHaveLength(20);
    expect(answers.at(-1)).toBe(429);
  });
});

describe('a visitor', () => {
  it('sees answers that have left, by display name: no note, no address, nothing that may be taken back', async () => {
    const { token } = await aVisitor(ours);
    const text = '<img src=x onerror=alert(1)> & "quoted"';
    await say(ours, token, aPost({ text, name: 'Anna Weiß', email: 'anna@example.org' }));
    await drain(ours);
    const [row] = await ours.workspace.db.query<{ id: string; name: string }>(sql`
      SELECT c.id, p.name FROM conversations c JOIN contacts p ON p.workspace_id = c.workspace_id AND p.id = c.contact_id
      WHERE p.name = 'Anna Weiß'`);
    const conversationId = row?.id ?? '';
    await execute(sendMessage, ours.admin, { conversationId, mode: 'note', text: 'Between us' });
    const { id } = await execute(sendMessage, ours.admin, { conversationId, text: 'Gern.' });
    expect((await seenBy(ours, token)).messages.map((message) => message.text)).toEqual([text]);
    await ours.workspace.db.query(sql`UPDATE messages SET send_state = 'sent' WHERE id = ${id}::uuid`);
    const page = await seenBy(ours, token);
    expect(page.messages).toMatchObject([
      { from: 'visitor', text, author: null },
      { from: 'team', text: 'Gern.', author: 'Ada Sommer' },
    ]);
    expect(JSON.stringify(page)).not.toMatch(/inside\.example|Between us|anna@/);
    await ours.workspace.db.query(sql`UPDATE messages SET deleted_at = now() WHERE id = ${id}::uuid`);
    expect((await seenBy(ours, token)).messages.at(-1)).toMatchObject({ text: '', isDeleted: true });
  });

  it('is told live, of their own conversation alone', async () => {
    const [one, other] = [await aVisitor(ours), await aVisitor(ours)];
    const stream = await ask(ours.channelId, 'events', { token: one.token });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (words: string) => {
      while (!text.includes(words)) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error(`ended before ${words}`);
        text += value;
      }
    };
    await until('"messages":[]');
    await say(ours, other.token, aPost({ text: 'of somebody else' }));
    await drain(ours);
    await say(ours, one.token, aPost({ text: 'my own' }));
    await drain(ours);
    await until('my own');
    expect(text).not.toContain('of somebody else');
    await reader?.cancel();
  });

  it('opens six streams and no seventh', async () => {
    const { token } = await aVisitor(ours);
    const streams = [];
    for (let count = 0; count < 7; count += 1) streams.push(await ask(ours.channelId, 'events', { token }));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 429]);
    for (const { body } of streams) await body?.cancel();
  });
});
