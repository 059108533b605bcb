import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import type { PollRequest } from '@/connectors/contract/asking';
import { createInstagramConnector } from '@/connectors/instagram/connector';
import { createOutbound } from '@/platform/http/outbound';
import { type InstagramStandIn, startInstagram } from '../stand-ins/instagram';

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000);
const said = (id: string, at: string, more: object = {}) => ({
  id,
  text: `Nr. ${id}`,
  timestamp: at,
  username: 'anna',
  ...more,
});
const posts = Array.from({ length: 12 }, (_, index) => ({
  id: String(100 + index),
  timestamp: '2026-10-01T00:00:00+0000',
  permalink: `https://www.instagram.com/p/${index}/`,
  comments: {
    data:
      index === 0
        ? [
            said('c1', '2026-11-01T10:00:00+0000'),
            said('c2', '2026-11-03T10:00:00+0000', {
              replies: { data: [said('r1', '2026-11-04T10:00:00+0000')] },
            }),
          ]
        : index === 11
          ? [said('c3', '2026-11-05T10:00:00+0000')]
          : [],
  },
}));
const world = {
  accountId: '17',
  appId: '99',
  appSecret: 'app-secret',
  loginToken: 'IGAA-login',
  pageToken: 'EAAG-page',
  objects: { '3': hoursAgo(1), '5': hoursAgo(1), '6': hoursAgo(200) },
  people: { anna: hoursAgo(1), ben: hoursAgo(30), cem: hoursAgo(200) },
  mentions: { 'mentioned_comment:5': { id: '5', text: '@nordlicht!', username: 'ben', media: { id: '3' } } },
  posts,
};
const outbound = createOutbound({ allow: ['127.0.0.1'] });
let instagram: InstagramStandIn;
beforeAll(async () => {
  instagram = await startInstagram(world);
});
afterAll(async () => {
  await instagram.close();
  await outbound.close();
});
beforeEach(() => {
  instagram.calls.length = 0;
  instagram.accepted.length = 0;
});

const connector = () => {
  const { url } = instagram;
  return createInstagramConnector({ graphBaseUrl: url, instagramBaseUrl: url, instagramLoginBaseUrl: url });
};
const channelWith = (
  secrets: ChannelAccess['secrets'] = { accessToken: [world.loginToken] },
  accountId = '17',
): ChannelAccess => ({
  id: 'c',
  settings: { accountId, appId: world.appId },
  secrets: { appSecret: [world.appSecret], ...secrets },
});
const withPage = () => channelWith({ pageAccessToken: [world.pageToken] });
const comment: OutboundMessage = {
  id: '0198',
  text: 'Ab Mai wieder!',
  visibility: 'public',
  kind: 'comment',
  conversation: { externalId: '3' },
  replyToExternalId: '5',
  author: { name: 'Mira' },
  attachments: [],
};
const direct = (
  person: keyof typeof world.people,
  overrides: Partial<OutboundMessage> = {},
): OutboundMessage => ({
  ...comment,
  visibility: 'private',
  kind: 'direct',
  conversation: { externalId: person },
  recipientExternalId: person,
  lastInboundAt: world.people[person],
  ...overrides,
});
const send = (message: OutboundMessage, channel = channelWith()) =>
  connector().send(message, channel, outbound, new Date());

describe('sending', () => {
  it('answers a comment, a post of ours, and where others name us', async () => {
    expect(await send(comment)).toEqual({ outcome: 'sent', externalId: '9001' });
    await send({ ...comment, replyToExternalId: '3' }, withPage());
    await send({ ...comment, kind: 'mention' });
    expect(instagram.accepted).toEqual([
      { path: '5/replies', body: { message: comment.text } },
      { path: '3/comments', body: { message: comment.text } },
      { path: '17/mentions', body: { media_id: '3', comment_id: '5', message: comment.text } },
    ]);
    expect(instagram.calls.map(({ url, body }) => url + body).join()).not.toMatch(/IGAA|EAAG/);
  });

  it('writes to a person, with the human agent tag after a day, and privately to who commented', async () => {
    expect(await send(direct('anna'))).toEqual({ outcome: 'sent', externalId: 'mid.sent' });
    await send(direct('ben'));
    await send({ ...comment, visibility: 'private' });
    expect(instagram.accepted.map(({ body }) => [body.recipient, body.tag])).toEqual([
      [{ id: 'anna' }, undefined],
      [{ id: 'ben' }, 'HUMAN_AGENT'],
      [{ comment_id: '5' }, undefined],
    ]);
  });

  it('sends a picture by its address, alone', async () => {
    const url = 'https://rapport.example/f/1';
    const picture = {
      name: 'a.jpg',
      contentType: 'image/jpeg',
      size: 4,
      url,
      read: async () => new Uint8Array(),
    };
    expect(await send(direct('anna', { text: '', attachments: [picture] }))).toMatchObject({
      outcome: 'sent',
    });
    expect(instagram.accepted[0]?.body.message).toEqual({ attachment: { type: 'image', payload: { url } } });
    expect(await send(direct('anna', { attachments: [picture] }))).toMatchObject({ reason: 'text_or_file' });
    const { url: _, ...unreachable } = picture;
    expect(await send(direct('anna', { text: '', attachments: [unreachable] }))).toMatchObject({
      reason: 'attachment_unreachable',
    });
    expect(await send({ ...comment, attachments: [picture] })).toMatchObject({
      reason: 'attachments_unsupported',
    });
  });
});

describe('what Instagram refuses', () => {
  it('a closed window: known beforehand, or told', async () => {
    expect(await send(direct('cem'))).toEqual({ outcome: 'failed', reason: 'reply_window_closed' });
    expect(instagram.calls).toHaveLength(0);
    expect(await send(direct('ben', { lastInboundAt: hoursAgo(1) }))).toMatchObject({
      reason: 'reply_window_closed',
    });
    const old = { ...comment, visibility: 'private', replyToExternalId: '6' } as const;
    expect(await send(old)).toMatchObject({ outcome: 'failed', reason: 'reply_window_closed' });
  });

  it('too long a text, counted in bytes', async () => {
    expect(await send(direct('anna', { text: 'ü'.repeat(501) }))).toMatchObject({ reason: 'text_too_long' });
    expect(await send(direct('anna', { text: 'ü'.repeat(500) }))).toMatchObject({ outcome: 'sent' });
    expect(await send({ ...comment, text: 'x'.repeat(2201) })).toMatchObject({ reason: 'text_too_long' });
  });

  it('a revoked token asks for a reconnect; limits and passing errors do not', async () => {
    const revoked = channelWith({ accessToken: ['IGAA-revoked'] });
    expect(await send(comment, revoked)).toMatchObject({
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    expect(await send(comment, channelWith({}))).toMatchObject({ reason: 'access_token_missing' });
    instagram.failNext({
      status: 400,
      body: { error: { code: 613, message: 'limit' } },
      headers: { 'retry-after': '7' },
    });
    expect(await send(comment)).toMatchObject({ outcome: 'retry', reason: 'rate_limited', retryAfter: 7 });
    instagram.failNext({ status: 502, body: '<html>' });
    expect(await send(comment)).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    expect(await send({ ...comment, replyToExternalId: '404' })).toMatchObject({
      outcome: 'failed',
      reason: 'network_refused',
    });
  });
});

describe('deliveries of ids', () => {
  const delivery = (field: string, value: object) =>
    Buffer.from(
      JSON.stringify({
        object: 'instagram',
        entry: [{ id: '17', time: 1_519_399_310, changes: [{ field, value }] }],
      }),
    );
  const meaning = async (body: Uint8Array, channel: ChannelAccess) => {
    const resolved = await connector().resolveInbound?.(body, channel, outbound, new Date());
    return resolved?.outcome === 'resolved'
      ? connector().parseInbound(resolved.body, channel, new Date())
      : resolved;
  };

  it('a mention is looked up with the page’s token', async () => {
    const mention = delivery('mentions', { comment_id: '5', media_id: '3' });
    expect(await meaning(mention, withPage())).toMatchObject({
      events: [
        {
          kind: 'mention',
          text: '@nordlicht!',
          author: { handle: '@ben' },
          conversation: { externalId: '3' },
        },
      ],
    });
  });

  it('what is not shown to us is said to be so; what passes or was revoked is tried again', async () => {
    const unknown = delivery('mentions', { comment_id: '7', media_id: '3' });
    expect(await meaning(unknown, withPage())).toEqual({ outcome: 'ignored', reason: 'mention_not_shown' });
    expect(await meaning(unknown, channelWith())).toEqual({
      outcome: 'ignored',
      reason: 'mention_not_shown',
    });
    expect(await meaning(unknown, channelWith({}))).toEqual({ outcome: 'ignored', reason: 'ids_only' });
    expect(await meaning(unknown, channelWith({ pageAccessToken: ['EAAG-old'] }))).toMatchObject({
      needsReconnect: true,
    });
    instagram.failNext({ status: 503, body: 'down' });
    expect(await meaning(unknown, withPage())).toMatchObject({ outcome: 'retry' });
  });

  it('a comment without its post gets it; a whole one costs nothing', async () => {
    expect(await meaning(delivery('comments', { id: '5', text: 'Hallo' }), channelWith())).toMatchObject({
      events: [{ conversation: { externalId: '3' }, author: { externalId: '9', name: 'anna' } }],
    });
    instagram.calls.length = 0;
    const whole = delivery('comments', { id: '5', text: 'Hallo', media: { id: '3' } });
    expect(await connector().resolveInbound?.(whole, channelWith(), outbound, new Date())).toEqual({
      outcome: 'resolved',
      body: whole,
    });
    expect(instagram.calls).toHaveLength(0);
  });
});

describe('catching up', () => {
  const poll = async (request: Partial<PollRequest>) => {
    const asked = { cursor: undefined, terms: [], limit: 100, ...request };
    const outcome = await connector().poll?.(
      asked,
      channelWith(),
      outbound,
      new Date('2026-11-20T00:00:00Z'),
    );
    if (outcome?.outcome !== 'polled') throw new Error(JSON.stringify(outcome));
    return outcome;
  };
  const names = ({ events }: { events: readonly { externalId: string }[] }) =>
    events.map(({ externalId }) => externalId);

  it('begins now, then brings what is newer, page by page', async () => {
    expect(await poll({})).toMatchObject({ events: [], cursor: { since: '2026-11-20T00:00:00.000Z' } });
    const first = await poll({ cursor: { since: '2026-11-02T00:00:00.000Z' } });
    expect(names(first)).toEqual(['c2', 'r1']);
    expect(first.hasMore).toBe(true);
    const second = await poll({ cursor: first.cursor });
    expect(names(second)).toEqual(['c3']);
    expect(second).toMatchObject({ hasMore: false, cursor: { since: '2026-11-05T10:00:00.000Z' } });
    expect(names(await poll({ cursor: second.cursor }))).toEqual([]);
    const parsed = first.events.map(({ body }) => connector().parseInbound(body, channelWith(), new Date()));
    expect(parsed[1]).toMatchObject({
      events: [
        {
          externalId: 'r1',
          replyToExternalId: 'c2',
          conversation: { externalId: '100' },
          sentAt: new Date('2026-11-04T10:00:00Z'),
        },
      ],
    });
  });

  it('fetches a past', async () => {
    expect(names(await poll({ since: new Date('2026-10-15T00:00:00Z') }))).toEqual(['c1', 'c2', 'r1']);
  });
});

describe('access', () => {
  it('checks whose account it is, and refuses another', async () => {
    const check = (channel: ChannelAccess) => connector().check?.(channel, outbound, new Date());
    const account = {
      externalId: '17',
      name: 'Nordlicht',
      handle: '@nordlicht',
      url: 'https://www.instagram.com/nordlicht/',
    };
    expect(await check(channelWith())).toEqual({ outcome: 'ok', account });
    expect(await check(withPage())).toMatchObject({
      account,
      expiresAt: new Date(1_900_000_000_000),
      missingScopes: ['instagram_manage_comments', 'instagram_manage_messages', 'pages_manage_metadata'],
    });
    expect(await check(channelWith(undefined, '18'))).toMatchObject({
      outcome: 'failed',
      reason: 'account_mismatch',
    });
  });

  it('is renewed for 60 days at half-time, and a revoked one asks for a reconnect', async () => {
    const now = new Date('2026-11-22T00:00:00Z');
    expect(await connector().refreshCredentials?.(channelWith(), outbound, now)).toEqual({
      outcome: 'refreshed',
      secrets: { accessToken: 'renewed' },
      refreshAt: new Date('2026-12-22T00:00:00Z'),
      expiresAt: new Date('2027-01-21T00:00:00Z'),
    });
    const revoked = channelWith({ accessToken: ['IGAA-old'] });
    expect(await connector().refreshCredentials?.(revoked, outbound, now)).toMatchObject({
      needsReconnect: true,
    });
    instagram.failNext({ status: 500, body: 'down' });
    expect(await connector().refreshCredentials?.(channelWith(), outbound, now)).toMatchObject({
      outcome: 'retry',
    });
  });

  it('is granted by signing in with Instagram', async () => {
    const redirectUrl = 'https://rapport.example/api/oauth';
    const begun = await connector().authorize?.begin(
      { redirectUrl, state: 's', codeChallenge: 'c' },
      channelWith({}),
      outbound,
    );
    if (begun?.outcome !== 'redirect') throw new Error(JSON.stringify(begun));
    expect(Object.fromEntries(new URL(begun.url).searchParams)).toMatchObject({
      client_id: '99',
      redirect_uri: redirectUrl,
      state: 's',
    });
    const finish = (code: string) =>
      connector().authorize?.finish(
        { code, redirectUrl, codeVerifier: 'v' },
        channelWith({}),
        outbound,
        new Date(),
      );
    expect(await finish('good')).toMatchObject({
      outcome: 'granted',
      secrets: { accessToken: world.loginToken },
    });
    expect(instagram.accepted[0]?.path).toBe('me/subscribed_apps');
    expect(await finish('bad')).toMatchObject({ outcome: 'failed' });
  });
});
