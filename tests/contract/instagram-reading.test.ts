import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess } from '@/connectors/contract';
import type { PollRequest } from '@/connectors/contract/asking';
import { createOutbound } from '@/platform/http/outbound';
import { type InstagramStandIn, startInstagram } from '../stand-ins/instagram';
import { channelWith, connectorAt, withPage, world } from './instagram-world';

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

const connector = () => connectorAt(instagram.url);

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
