import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { blueskyConnector } from '@/connectors/bluesky/connector';
import { facetsIn } from '@/connectors/bluesky/facets';
import { tidOf } from '@/connectors/bluesky/tid';
import type { ChannelAccess, InboundEvent } from '@/connectors/contract';
import { createOutbound } from '@/platform/http/outbound';
import { type Answer, type ReceivedRequest, startLocalServer } from '../stand-ins/local-server';
import { blueskyPost } from './specimens/bluesky';

const outbound = createOutbound({ allow: ['127.0.0.1'] });
const did = 'did:plc:nordlicht';
let calls: ReceivedRequest[];
let answers: Record<string, Answer[]>;
let sessions = 0;
let channels = 0;
const server = await startLocalServer((request) => {
  calls.push(request);
  const nsid = request.url.replace(/^\/xrpc\//, '').replace(/\?.*$/, '');
  return answers[nsid]?.shift() ?? usual(nsid);
});
afterAll(async () => {
  await server.close();
  await outbound.close();
});
beforeEach(() => {
  calls = [];
  answers = {};
});

function usual(nsid: string): Answer {
  if (/Session$/.test(nsid)) {
    sessions += 1;
    const body = {
      did,
      handle: 'nordlicht.test',
      accessJwt: `access-${sessions}`,
      refreshJwt: `refresh-${sessions}`,
    };
    return { status: 200, body };
  }
  return nsid === 'app.bsky.actor.getProfile'
    ? { status: 200, body: { did, handle: 'nordlicht.test', displayName: 'Nordlicht' } }
    : { status: 400, body: { error: 'RecordNotFound', message: 'Could not locate record' } };
}
const refusing = (status: number, error: string, headers = {}): Answer => ({
  status,
  headers,
  body: { error, message: '' },
});

/** Each has a session of its own. */
function aChannel(): ChannelAccess {
  channels += 1;
  const settings = { handle: 'nordlicht.test', serviceUrl: server.url };
  return { id: `channel ${channels}`, settings, secrets: { appPassword: ['abcd-efgh-ijkl-mnop'] } };
}
const check = (channel = aChannel(), now = new Date()) => blueskyConnector.check?.(channel, outbound, now);
const asked = () => calls.map(({ url }) => url.replace(/^\/xrpc\/[a-z.]*\.|\?.*$/g, ''));

describe('a session', () => {
  it('is begun once, shared, and renewed before it ends', async () => {
    const channel = aChannel();
    await Promise.all([check(channel), check(channel), check(channel)]);
    await check(channel);
    expect(asked()).toEqual(['createSession', ...Array(4).fill('getProfile')]);
    await check(channel, new Date(Date.now() + 2 * 3_600_000));
    expect(asked().slice(5)).toEqual(['refreshSession', 'getProfile']);
    expect(calls[5]?.headers.authorization).toMatch(/^Bearer refresh-/);
  });

  it('that ended early is renewed once, by the app password where its refresh token is spent too', async () => {
    const channel = aChannel();
    await check(channel);
    answers['app.bsky.actor.getProfile'] = [refusing(400, 'ExpiredToken')];
    answers['com.atproto.server.refreshSession'] = [refusing(400, 'ExpiredToken')];
    expect(await check(channel)).toMatchObject({ outcome: 'ok' });
    expect(asked().slice(2)).toEqual(['getProfile', 'refreshSession', 'createSession', 'getProfile']);
    answers['app.bsky.actor.getProfile'] = [refusing(400, 'InvalidToken'), refusing(400, 'InvalidToken')];
    expect(await check(channel)).toMatchObject({ reason: 'access_token_invalid', needsReconnect: true });
  });

  it.each([
    [
      401,
      'AuthFactorTokenRequired',
      { outcome: 'failed', reason: 'app_password_needed', needsReconnect: true },
    ],
    [
      401,
      'AuthenticationRequired',
      { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true },
    ],
    [401, 'AccountTakedown', { outcome: 'failed', reason: 'account_suspended', needsReconnect: true }],
    [500, 'InternalServerError', { outcome: 'retry', reason: 'network_unavailable' }],
    [502, 'UpstreamFailure', { outcome: 'retry', reason: 'network_unavailable' }],
    [400, 'InvalidRequest', { outcome: 'failed', reason: 'network_refused' }],
  ])('refused with %i %s', async (status, error, expected) => {
    answers['com.atproto.server.createSession'] = [refusing(status, error)];
    expect(await check()).toMatchObject(expected);
  });

  it('waits until the limit begins anew', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 300);
    const headers = { 'ratelimit-limit': '30', 'ratelimit-remaining': '0', 'ratelimit-reset': reset };
    answers['com.atproto.server.createSession'] = [refusing(429, 'RateLimitExceeded', headers)];
    const outcome = await check();
    expect(outcome).toMatchObject({ outcome: 'retry', reason: 'rate_limited' });
    expect(outcome?.outcome === 'retry' && outcome.retryAfter).toBeGreaterThan(295);
  });
});

describe('a post', () => {
  const parse = (value: object) =>
    blueskyConnector.parseInbound(Buffer.from(JSON.stringify(value)), aChannel(), new Date());

  it('is read with its thread, its whole links, its pictures and what it quotes', () => {
    expect(parse(blueskyPost)).toEqual({
      outcome: 'messages',
      events: [
        {
          type: 'created',
          externalId: 'at://did:plc:anna/app.bsky.feed.post/3answer',
          conversation: {
            externalId: 'at://did:plc:nordlicht/app.bsky.feed.post/3root',
            url: 'https://bsky.app/profile/did:plc:nordlicht/post/3root',
          },
          author: {
            externalId: 'did:plc:anna',
            name: 'Anna Weber',
            handle: '@anna.example',
            profileUrl: 'https://bsky.app/profile/anna.example',
            avatarUrl: 'https://cdn.example/a.jpg',
          },
          text: 'Hallo @nordlicht.example, siehe https://example.org/very-long-path/to/the-tent',
          quotedText:
            '@nordlicht.example: Das neue Zelt ist da.\nhttps://bsky.app/profile/did:plc:nordlicht/post/3quoted',
          kind: 'comment',
          visibility: 'public',
          sentAt: new Date('2026-11-22T10:00:00Z'),
          versionAt: new Date('2026-11-22T10:00:01Z'),
          replyToExternalId: 'at://did:plc:nordlicht/app.bsky.feed.post/3root',
          language: 'de',
          attachments: [
            { url: 'https://cdn.example/zelt.jpg', contentType: 'image/jpeg', name: 'Ein Zelt', size: 0 },
          ],
          isOwn: false,
        },
      ],
    });
  });

  it('that names nobody of ours was overheard, and tells how far it spread', () => {
    const record = { text: 'Mein Zelt', createdAt: '2999-01-01T00:00:00Z' };
    const post = {
      ...blueskyPost.post,
      record,
      embed: undefined,
      likeCount: 3,
      quoteCount: 1,
      repostCount: 2,
    };
    const parsed = parse({ ...blueskyPost, post });
    const [message, reach] = parsed.outcome === 'messages' ? parsed.events : ([] as InboundEvent[]);
    expect(message).toMatchObject({
      kind: 'mention',
      conversation: { externalId: post.uri, isOverheard: true },
      sentAt: new Date(post.indexedAt),
    });
    expect(reach).toEqual({
      type: 'reach',
      externalId: post.uri,
      replies: 0,
      likes: 3,
      shares: 3,
      versionAt: new Date(blueskyPost.seenAt),
    });
  });
});

describe('what is sent', () => {
  it('marks links, mentions and hashtags by their bytes', async () => {
    const text =
      '🏕️ Grüße @anna.test, (nordlicht.example/zelt) und https://a.example/b#c! #Zelte #1 a@b.de @niemand.test';
    const facets = await facetsIn(text, async (handle) =>
      handle === 'anna.test' ? 'did:plc:anna' : undefined,
    );
    const bytes = Buffer.from(text);
    const shown = facets.map(({ index, features: [feature] }) => [
      bytes.subarray(index.byteStart, index.byteEnd).toString(),
      feature.uri ?? feature.did ?? feature.tag,
    ]);
    expect(shown).toEqual([
      ['@anna.test', 'did:plc:anna'],
      ['https://a.example/b#c', 'https://a.example/b#c'],
      ['#Zelte', 'Zelte'],
    ]);
  });

  it('has a key of its own that is made of the message alone, and grows with time', () => {
    const ids = Array.from(
      { length: 50 },
      (_, place) => `019ab000-0000-7000-8000-${String(place).padStart(12, '0')}`,
    );
    const keys = ids.map(tidOf);
    for (const key of keys) expect(key).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
    expect(new Set(keys).size).toBe(50);
    expect(ids.map(tidOf)).toEqual(keys);
    expect(
      tidOf('019ab000-0000-7000-8000-000000000000') < tidOf('019ac000-0000-7000-8000-000000000000'),
    ).toBe(true);
  });
});
