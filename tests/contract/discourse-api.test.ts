import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import { discourseConnector } from '@/connectors/discourse/connector';
import { createOutbound } from '@/platform/http/outbound';
import {
  type DiscourseStandIn,
  type DiscourseWorld,
  type ForumPost,
  startDiscourse,
} from '../stand-ins/discourse';

const now = new Date('2026-11-22T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const aPost = (id: number, overrides: Partial<ForumPost> = {}): ForumPost => ({
  id,
  topic_id: 7,
  post_number: id,
  username: 'jonas',
  raw: `Beitrag ${id}`,
  created_at: minutesAgo(10_000 - id),
  updated_at: minutesAgo(10_000 - id),
  ...overrides,
});
const world: DiscourseWorld = {
  apiKey: 'key-1',
  username: 'rapport',
  posts: [],
  closedTopics: [8],
  minLength: 20,
  maxLength: 32_000,
};
const outbound = createOutbound({ allow: ['127.0.0.1'] });
let forum: DiscourseStandIn;
let channel: ChannelAccess;

beforeAll(async () => {
  forum = await startDiscourse(world);
  channel = {
    id: 'c1',
    settings: { baseUrl: `${forum.url}/`, username: 'rapport' },
    secrets: { apiKey: [world.apiKey], webhookSecret: ['s'] },
  };
});
afterAll(async () => {
  await forum.close();
  await outbound.close();
});
beforeEach(() => {
  forum.calls.length = 0;
  world.posts = [aPost(1), aPost(2), aPost(3), aPost(4, { topic_id: 8, post_number: 1 })];
});

const reply: OutboundMessage = {
  id: '0198',
  text: 'Gern! Das Zelt gibt es ab Mai wieder.',
  visibility: 'public',
  kind: 'comment',
  conversation: { externalId: '7' },
  replyToExternalId: '7/2',
  author: { name: 'Mira' },
  attachments: [],
};
const send = (changes: Partial<OutboundMessage> = {}, access = channel) =>
  discourseConnector.send({ ...reply, ...changes }, access, outbound, now);
const wrongKey = () => ({ ...channel, secrets: { apiKey: ['revoked'] } });

describe('a reply', () => {
  it('stands in the topic below the post it answers, the key in a header', async () => {
    expect(await send()).toEqual({ outcome: 'sent', externalId: '7/4' });
    expect(world.posts.at(-1)).toMatchObject({ topic_id: 7, reply_to_post_number: 2, raw: reply.text });
    expect(forum.calls[0]).toMatchObject({ url: '/posts.json', headers: { 'api-username': 'rapport' } });
    expect(forum.calls[0]?.body).not.toContain(world.apiKey);
  });

  it('to the topic itself names no post', async () => {
    const { replyToExternalId: _, ...whole } = reply;
    expect(await discourseConnector.send(whole, channel, outbound, now)).toMatchObject({ outcome: 'sent' });
    expect(world.posts.at(-1)?.reply_to_post_number).toBeNull();
  });

  it('that is the same again, too short, too long, to a closed or unknown topic fails with its reason', async () => {
    await send();
    expect(await send()).toMatchObject({ outcome: 'failed', reason: 'duplicate_text' });
    expect(await send({ text: 'Danke!' })).toMatchObject({ outcome: 'failed', reason: 'text_too_short' });
    expect(await send({ conversation: { externalId: '8' } })).toMatchObject({ reason: 'thread_closed' });
    expect(await send({ conversation: { externalId: '99' } })).toMatchObject({ reason: 'thread_gone' });
    const calls = forum.calls.length;
    expect(await send({ text: 'x'.repeat(32_001) })).toEqual({ outcome: 'failed', reason: 'text_too_long' });
    expect(await send({ visibility: 'private' })).toMatchObject({ reason: 'private_reply_unsupported' });
    expect(forum.calls).toHaveLength(calls);
    world.maxLength = 1000;
    expect(await send({ text: 'y'.repeat(2000) })).toMatchObject({ reason: 'text_too_long' });
    world.maxLength = 32_000;
  });

  it('with a key that was revoked asks for a reconnect and never shows the key', async () => {
    const outcome = await send({}, wrongKey());
    expect(outcome).toMatchObject({
      outcome: 'failed',
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    expect(JSON.stringify(outcome)).not.toContain('revoked');
    expect(await send({}, { ...channel, secrets: {} })).toMatchObject({
      reason: 'access_token_missing',
      needsReconnect: true,
    });
    forum.failNext(1, {
      status: 403,
      body: { errors: ['You are not permitted to view the requested resource.'] },
    });
    const forbidden = await send();
    expect(forbidden).toMatchObject({ outcome: 'failed', reason: 'permission_missing' });
    expect(forbidden).not.toHaveProperty('needsReconnect');
  });

  it('waits where the forum asks to, and tries again where it is away', async () => {
    const slow = { errors: ['You’ve performed this action too many times.'], error_type: 'rate_limit' };
    forum.failNext(1, { status: 429, body: { ...slow, extras: { wait_seconds: 17 } } });
    expect(await send()).toMatchObject({ outcome: 'retry', reason: 'rate_limited', retryAfter: 17 });
    forum.failNext(1, { status: 429, headers: { 'retry-after': '5' }, body: 'slow down' });
    expect(await send()).toMatchObject({ outcome: 'retry', retryAfter: 5 });
    forum.failNext(1, { status: 502, body: '<html>' });
    expect(await send()).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    const away = { ...channel, settings: { ...channel.settings, baseUrl: 'http://127.0.0.1:1' } };
    expect(await send({}, away)).toMatchObject({ outcome: 'retry' });
  });

  it('that waits for the moderators is sent, its number unknown', async () => {
    forum.failNext(1, { status: 200, body: { action: 'enqueued', success: true, pending_post: { id: 1 } } });
    expect(await send()).toEqual({ outcome: 'sent' });
  });
});

describe('whose account it is', () => {
  const check = (access = channel) => discourseConnector.check?.(access, outbound, now);

  it('is told by name', async () => {
    expect(await check()).toEqual({
      outcome: 'ok',
      account: { externalId: '42', name: 'Rapport GmbH', handle: '@rapport', url: `${forum.url}/u/rapport` },
    });
  });

  it('is told by nobody to a wrong key', async () => {
    expect(await check(wrongKey())).toMatchObject({ outcome: 'failed', needsReconnect: true });
    expect(await check({ ...channel, settings: {} })).toEqual({
      outcome: 'failed',
      reason: 'settings_invalid',
    });
    forum.failNext(1, { status: 200, body: {} });
    expect(await check()).toEqual({ outcome: 'failed', reason: 'unexpected_answer' });
  });
});

describe('catching up', () => {
  const poll = async (cursor?: unknown, since?: Date) => {
    const request = { cursor, terms: [], limit: 100, ...(since && { since }) };
    const polled = await discourseConnector.poll?.(request, channel, outbound, now);
    if (polled?.outcome !== 'polled') throw new Error(JSON.stringify(polled));
    return polled;
  };
  const namesOf = (events: readonly { externalId: string }[]) =>
    events.map(({ externalId }) => externalId.split('@')[0]);

  it('begins with what is new from now on, and then brings new and edited posts once', async () => {
    const first = await poll();
    expect(first).toMatchObject({ events: [], hasMore: false });
    expect((await poll(first.cursor)).events).toEqual([]);
    world.posts.push(aPost(5));
    Object.assign(world.posts[1] ?? {}, { updated_at: minutesAgo(1), version: 2, raw: 'anders' });
    const second = await poll(first.cursor);
    expect(namesOf(second.events)).toEqual(['7/5', '7/2']);
    const parsed = second.events.map(({ body }) => discourseConnector.parseInbound(body, channel, now));
    expect(parsed).toMatchObject([
      { events: [{ type: 'created', externalId: '7/5', text: 'Beitrag 5' }] },
      {
        events: [{ type: 'updated', externalId: '7/2', text: 'anders', versionAt: new Date(minutesAgo(1)) }],
      },
    ]);
    expect((await poll(second.cursor)).events).toEqual([]);
  });

  it('closes a gap of several pages', async () => {
    const { cursor: start } = await poll();
    for (let id = 5; id <= 130; id += 1) world.posts.push(aPost(id));
    const seen = new Set<string>();
    let cursor: unknown = start;
    for (let round = 0, hasMore = true; hasMore && round < 10; round += 1) {
      const polled = await poll(cursor);
      for (const { externalId } of polled.events) seen.add(externalId);
      ({ cursor, hasMore } = polled);
    }
    expect(seen.size).toBe(126);
    world.posts.push(aPost(131));
    expect(namesOf((await poll(cursor)).events)).toEqual(['7/131']);
  });

  it('goes back as far as it was asked to, and says how far it is', async () => {
    for (let id = 5; id <= 130; id += 1) world.posts.push(aPost(id));
    const since = new Date(minutesAgo(10_000 - 40));
    const names: (string | undefined)[] = [];
    let cursor: unknown;
    let last: Awaited<ReturnType<typeof poll>> | undefined;
    for (let round = 0; round < 10 && (last?.hasMore ?? true); round += 1) {
      last = await poll(cursor, since);
      names.push(...namesOf(last.events));
      cursor = last.cursor;
    }
    expect(new Set(names).size).toBe(91);
    expect(last).toMatchObject({ hasMore: false, progress: 1 });
  });

  it('is refused as sending is', async () => {
    const request = { cursor: undefined, terms: [], limit: 100 };
    expect(await discourseConnector.poll?.(request, wrongKey(), outbound, now)).toMatchObject({
      needsReconnect: true,
    });
    forum.failNext(1, { status: 429, headers: { 'retry-after': '9' }, body: {} });
    expect(await discourseConnector.poll?.(request, channel, outbound, now)).toMatchObject({
      outcome: 'retry',
      retryAfter: 9,
    });
    forum.failNext(1, { status: 200, body: { posts: 5 } });
    expect(await discourseConnector.poll?.(request, channel, outbound, now)).toMatchObject({
      reason: 'unexpected_answer',
    });
  });
});
