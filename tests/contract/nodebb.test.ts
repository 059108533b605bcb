import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import { nodebbConnector } from '@/connectors/nodebb/connector';
import { createOutbound } from '@/platform/http/outbound';
import { type NodebbPost, type NodebbStandIn, type NodebbWorld, startNodebb } from '../stand-ins/nodebb';

const now = new Date('2026-11-22T12:00:00Z');
const start = now.getTime() - 30 * 86_400_000;
const minute = (count: number) => start + count * 60_000;
const world: NodebbWorld = { token: 'token-1', username: 'rapport', posts: [], locked: [8] };
const aPost = (pid: number, changes: Partial<NodebbPost> = {}): NodebbPost => ({
  pid,
  tid: 7,
  uid: 5,
  username: 'Jonas',
  content: `Beitrag ${pid}`,
  timestamp: minute(pid),
  ...changes,
});
const outbound = createOutbound({ allow: ['127.0.0.1'] });
let forum: NodebbStandIn;
let channel: ChannelAccess;

beforeAll(async () => {
  forum = await startNodebb(world);
  channel = {
    id: 'c1',
    settings: { baseUrl: `${forum.url}/`, username: 'Rapport' },
    secrets: { apiToken: [world.token] },
  };
});
afterAll(async () => {
  await forum.close();
  await outbound.close();
});
beforeEach(() => {
  forum.calls.length = 0;
  world.posts = [aPost(1), aPost(2), aPost(3, { toPid: 2 }), aPost(4, { tid: 8 })];
});

const revoked = () => ({ ...channel, secrets: { apiToken: ['revoked'] } });
const ask = (cursor?: unknown, since?: Date, at = now) =>
  nodebbConnector.poll?.({ cursor, terms: [], limit: 100, ...(since && { since }) }, channel, outbound, at);
const poll = async (...given: Parameters<typeof ask>) => {
  const polled = await ask(...given);
  if (polled?.outcome !== 'polled') throw new Error(JSON.stringify(polled));
  return polled;
};
const pollAll = async (cursor: unknown, since?: Date) => {
  const events: { externalId: string; body: Uint8Array }[] = [];
  for (let round = 0; round < 50; round += 1) {
    const polled = await poll(cursor, since);
    events.push(...polled.events);
    cursor = polled.cursor;
    if (!polled.hasMore) return { events, cursor };
  }
  throw new Error('never ends');
};
const read = (events: readonly { body: Uint8Array }[]) =>
  events.flatMap<unknown>(({ body }) => {
    const parsed = nodebbConnector.parseInbound(body, channel, now);
    return parsed.outcome === 'messages' ? parsed.events : [parsed];
  });

describe('asking', () => {
  it('begins with what is new from now on, and brings a new post once', async () => {
    const first = await poll();
    expect(first).toMatchObject({ events: [], hasMore: false });
    expect((await pollAll(first.cursor)).events).toEqual([]);
    world.posts.push(aPost(5, { toPid: 3 }));
    const second = await pollAll(first.cursor);
    expect(read(second.events)).toMatchObject([
      {
        type: 'created',
        externalId: '5',
        conversation: { externalId: '7', subject: 'Zelt & Plane', url: `${forum.url}/topic/7/zelt-plane` },
        author: { externalId: '5', name: 'Jonas', handle: '@Jonas', profileUrl: `${forum.url}/user/jonas` },
        text: 'Beitrag 5',
        kind: 'comment',
        visibility: 'public',
        replyToExternalId: '3',
        isOwn: false,
        sentAt: new Date(minute(5)),
      },
    ]);
    expect((await pollAll(second.cursor)).events).toEqual([]);
  });

  it('sees an edit, a deletion and its undoing', async () => {
    let { cursor } = await poll();
    const turn = async (change: Partial<NodebbPost>) => {
      Object.assign(world.posts[1] ?? {}, change);
      const polled = await pollAll(cursor);
      cursor = polled.cursor;
      return read(polled.events);
    };
    expect(await turn({ content: 'anders', edited: minute(100) })).toMatchObject([
      { type: 'updated', externalId: '2', text: 'anders', versionAt: new Date(minute(100)) },
    ]);
    expect(await turn({ deleted: true })).toEqual([
      { type: 'deleted', externalId: '2', conversationExternalId: '7', versionAt: now },
    ]);
    expect(await turn({})).toMatchObject([]);
    expect(await turn({ deleted: false })).toMatchObject([
      { type: 'updated', isRestored: true, text: 'anders' },
    ]);
  });

  it('closes a gap over many topics and pages, none left out', async () => {
    const { cursor } = await poll();
    for (let pid = 10; pid < 110; pid += 1) world.posts.push(aPost(pid, { tid: 100 + (pid % 25) }));
    for (let pid = 110; pid < 160; pid += 1) world.posts.push(aPost(pid));
    const caught = await pollAll(cursor);
    expect(new Set(caught.events.map(({ externalId }) => externalId)).size).toBe(150);
    expect((await pollAll(caught.cursor)).events).toEqual([]);
  });

  it('goes back as far as it was asked to', async () => {
    for (let pid = 10; pid < 60; pid += 1) world.posts.push(aPost(pid));
    const { events } = await pollAll(undefined, new Date(minute(39)));
    expect(events.map(({ externalId }) => Number(externalId.split('@')[0])).sort()).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 40),
    );
  });

  it('knows its own posts and a topic’s first', async () => {
    world.posts = [aPost(1, { username: 'rapport' })];
    const { events } = await pollAll(undefined, new Date(0));
    expect(read(events)).toMatchObject([{ kind: 'post', isOwn: true }]);
    expect(read(events)[0]).not.toHaveProperty('replyToExternalId');
  });

  it('stops at a revoked token, waits where it is asked to, and says what it does not understand', async () => {
    const request = { cursor: undefined, terms: [], limit: 100 };
    expect(await nodebbConnector.poll?.(request, revoked(), outbound, now)).toMatchObject({
      outcome: 'failed',
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    forum.failNext(1, { status: 429, headers: { 'retry-after': '30' } });
    expect(await ask()).toMatchObject({ outcome: 'retry', reason: 'rate_limited', retryAfter: 30 });
    forum.failNext(1, { status: 503, body: 'excessive load' });
    expect(await ask()).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    forum.failNext(1, { status: 200, body: '<html>' });
    expect(await ask()).toMatchObject({ outcome: 'failed', reason: 'unexpected_answer' });
  });
});

const reply: OutboundMessage = {
  id: '0198',
  text: 'Gern! Das Zelt gibt es ab Mai wieder.',
  visibility: 'public',
  kind: 'comment',
  conversation: { externalId: '7' },
  replyToExternalId: '3',
  author: { name: 'Mira' },
  attachments: [],
};
const send = (changes: Partial<OutboundMessage> = {}, access = channel) =>
  nodebbConnector.send({ ...reply, ...changes }, access, outbound, now);

describe('a reply', () => {
  it('stands in its topic and names the post it answers', async () => {
    expect(await send()).toEqual({ outcome: 'sent', externalId: '5' });
    expect(world.posts.at(-1)).toMatchObject({ tid: 7, toPid: 3, content: reply.text });
    expect(forum.calls[0]?.url).toBe('/api/v3/topics/7');
  });

  it('fails with its reason', async () => {
    expect(await send({ text: 'Danke' })).toMatchObject({ outcome: 'failed', reason: 'text_too_short' });
    expect(await send({ text: 'x'.repeat(32_768) })).toEqual({ outcome: 'failed', reason: 'text_too_long' });
    expect(await send({ conversation: { externalId: '8' } })).toMatchObject({ reason: 'thread_closed' });
    expect(await send({ conversation: { externalId: '99' } })).toMatchObject({ reason: 'thread_gone' });
    expect(await send({ visibility: 'private' })).toMatchObject({ reason: 'private_reply_unsupported' });
    const outcome = await send({}, revoked());
    expect(outcome).toMatchObject({ reason: 'access_token_invalid', needsReconnect: true });
    expect(JSON.stringify(outcome)).not.toContain('revoked');
  });

  it('waits as long as the forum wants between two posts', async () => {
    const message = 'You can only post once every 10 second(s) - please wait before posting again';
    forum.failNext(1, { status: 400, body: { status: { code: 'bad-request', message }, response: {} } });
    expect(await send()).toMatchObject({ outcome: 'retry', reason: 'rate_limited', retryAfter: 10 });
  });
});

describe('whose account it is', () => {
  it('is told, and that it is another than was meant', async () => {
    const check = (access = channel) => nodebbConnector.check?.(access, outbound, now);
    expect(await check()).toEqual({
      outcome: 'ok',
      account: { externalId: '42', name: 'rapport', handle: '@rapport', url: `${forum.url}/user/rapport` },
    });
    expect(await check(revoked())).toMatchObject({ needsReconnect: true });
    const other = { ...channel, settings: { ...channel.settings, username: 'mira' } };
    expect(await check(other)).toMatchObject({ outcome: 'failed', reason: 'other_account_connected' });
  });
});
