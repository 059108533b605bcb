import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, Connector, OutboundMessage } from '@/connectors/contract';
import { createXConnector } from '@/connectors/x/connector';
import { createOutbound } from '@/platform/http/outbound';
import { startX, type XStandIn, type XWorld } from '../stand-ins/x';

const world: XWorld = {
  clientId: 'client:1',
  clientSecret: 's/ecret',
  redirectUrl: 'https://rapport.example/back',
  userId: '11',
  codes: new Map(),
  posts: new Set(['500', '501', '600']),
  restricted: new Set(['600']),
  people: new Set(['22']),
};
const outbound = createOutbound({ allow: ['127.0.0.1'] });
let x: XStandIn;
let connector: Connector;

beforeAll(async () => {
  x = await startX({
    ...world,
    clientId: encodeURIComponent(world.clientId),
    clientSecret: encodeURIComponent(world.clientSecret),
  });
  connector = createXConnector({ xBaseUrl: `${x.url}/` });
});
afterAll(async () => {
  await x.close();
  await outbound.close();
});
beforeEach(() => {
  x.calls.length = 0;
  x.accepted.length = 0;
  Object.assign(x.tokens, { access: 'access-0', refresh: 'refresh-0' });
});

const now = () => new Date();
const channel = (secrets: Record<string, string> = {}): ChannelAccess => ({
  id: 'c1',
  settings: { clientId: world.clientId, userId: world.userId },
  secrets: {
    clientSecret: [world.clientSecret],
    accessToken: [secrets.accessToken ?? 'access-0'],
    refreshToken: [secrets.refreshToken ?? 'refresh-0'],
  },
});
const reply: OutboundMessage = {
  id: '0198',
  text: 'Gern! Das Zelt gibt es ab Mai wieder.',
  visibility: 'public',
  kind: 'comment',
  conversation: { externalId: '500' },
  replyToExternalId: '501',
  author: { name: 'Mira' },
  attachments: [],
};
const direct: OutboundMessage = {
  ...reply,
  visibility: 'private',
  kind: 'direct',
  conversation: { externalId: '11-22' },
};
const send = (message: OutboundMessage, access = channel()) =>
  connector.send(message, access, outbound, now());

describe('what goes out', () => {
  it('answers a post, the token in a header, and says what is left of the limit', async () => {
    expect(await send(reply)).toMatchObject({
      outcome: 'sent',
      externalId: '2090000000000000101',
      budgets: [{ scope: 'send', limit: 100, resetsAt: expect.any(Date) }],
    });
    expect(x.accepted).toEqual([{ kind: 'post', target: '501', text: reply.text }]);
    expect(x.calls[0]?.url).toBe('/2/tweets');
    expect(x.calls[0]?.body).not.toContain('access-0');
  });

  it('answers the thread where no post is named, and begins one of its own', async () => {
    const { replyToExternalId: _, ...whole } = reply;
    await send(whole);
    await send({ ...whole, kind: 'post', text: 'Das Zelt ist wieder da.' });
    expect(x.accepted.map(({ target }) => target)).toEqual(['500', undefined]);
  });

  it('writes directly to the other one of a conversation', async () => {
    expect(await send(direct)).toMatchObject({ outcome: 'sent', externalId: '2090000000000000900' });
    expect(x.accepted).toEqual([{ kind: 'direct', target: '22', text: reply.text }]);
  });

  it('likes a post and takes it back', async () => {
    const react = (isOn: boolean, externalId = '500') =>
      connector.react?.({ externalId, isOn }, channel(), outbound, now());
    expect(await react(true)).toEqual({ outcome: 'sent' });
    expect(await react(false)).toEqual({ outcome: 'sent' });
    expect(x.accepted.map(({ kind }) => kind)).toEqual(['like', 'unlike']);
    expect(await react(true, '404')).toMatchObject({ outcome: 'failed', reason: 'thread_gone' });
  });
});

describe('what X refuses', () => {
  it('a text above 280, weighed as X does, without a call', async () => {
    const link = 'https://example.com/'.padEnd(200, 'a');
    expect(await send({ ...reply, text: 'x'.repeat(281) })).toEqual({
      outcome: 'failed',
      reason: 'text_too_long',
    });
    expect(await send({ ...reply, text: '語'.repeat(141) })).toEqual({
      outcome: 'failed',
      reason: 'text_too_long',
    });
    expect(await send({ ...direct, text: 'x'.repeat(10_001) })).toMatchObject({ reason: 'text_too_long' });
    expect(x.calls).toHaveLength(0);
    expect(await send({ ...reply, text: `${'x'.repeat(256)} ${link}` })).toMatchObject({ outcome: 'sent' });
    expect(await send({ ...reply, text: '語'.repeat(140) })).toMatchObject({ outcome: 'sent' });
  });

  it.each([
    ['duplicate_text', {}],
    ['thread_gone', { replyToExternalId: '404' }],
    ['thread_closed', { replyToExternalId: '600' }],
    ['private_reply_unsupported', { visibility: 'private' as const }],
  ])('%s', async (reason, changes) => {
    await send(reply);
    expect(await send({ ...reply, ...changes })).toMatchObject({ outcome: 'failed', reason });
  });

  it('a person who takes no messages', async () => {
    expect(await send({ ...direct, conversation: { externalId: '11-33' } })).toMatchObject({
      outcome: 'failed',
      reason: 'recipient_unavailable',
    });
    expect(await send({ ...direct, conversation: { externalId: 'x' } })).toMatchObject({
      reason: 'no_recipient',
    });
  });

  it('a revoked token, which asks for a reconnect, and a spent credit, which does not', async () => {
    x.revoke();
    const outcome = await send(reply);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    expect(JSON.stringify(outcome)).not.toContain('access-0');
    expect(await send(reply, { ...channel(), secrets: {} })).toMatchObject({
      reason: 'access_token_missing',
    });
    x.failNext(1, { status: 402, body: { title: 'Payment Required', detail: 'credits depleted' } });
    const spent = await send(reply);
    expect(spent).toMatchObject({ outcome: 'failed', reason: 'credit_used_up' });
    expect(spent).not.toHaveProperty('needsReconnect');
    const type = 'https://api.x.com/2/problems/usage-capped';
    x.failNext(1, { status: 429, body: { title: 'UsageCapExceeded', type } });
    expect(await send(reply)).toMatchObject({ outcome: 'failed', reason: 'usage_capped' });
  });
});

describe('what is worth another try', () => {
  it('the rate limit, when its window ends; the day, when the day does', async () => {
    x.limitNext(new Date(Date.now() + 120_000));
    const limited = await send(reply);
    expect(limited).toMatchObject({ outcome: 'retry', reason: 'rate_limited' });
    expect(limited.outcome === 'retry' && limited.retryAfter).toBeGreaterThan(115);
    const dayEnds = String(Math.floor(Date.now() / 1000) + 3600);
    x.failNext(1, {
      status: 429,
      headers: {
        'x-rate-limit-reset': '1',
        'x-user-limit-24hour-remaining': '0',
        'x-user-limit-24hour-reset': dayEnds,
      },
    });
    const spent = await send(reply);
    expect(spent.outcome === 'retry' && spent.retryAfter).toBeGreaterThan(3590);
  });

  it('an error of theirs, and a server that is away', async () => {
    x.failNext(1, { status: 503, body: 'Over capacity' });
    expect(await send(reply)).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
    const away = createXConnector({ xBaseUrl: 'http://127.0.0.1:1' });
    expect(await away.send(reply, channel(), outbound, now())).toMatchObject({ outcome: 'retry' });
  });
});

describe('the grant', () => {
  const codeVerifier = 'v'.repeat(64);
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');

  it('is asked for with every scope, and given once for a code and its verifier', async () => {
    const request = { redirectUrl: world.redirectUrl, state: 'st', codeChallenge };
    const begun = await connector.authorize?.begin(request, channel(), outbound);
    const url = new URL(begun?.outcome === 'redirect' ? begun.url : '');
    expect(url.origin + url.pathname).toBe('https://x.com/i/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: world.clientId,
      state: 'st',
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
      scope: expect.stringContaining('offline.access'),
    });
    world.codes.set('code-1', codeChallenge);
    const finish = (verifier: string) =>
      connector.authorize?.finish(
        { code: 'code-1', redirectUrl: world.redirectUrl, codeVerifier: verifier },
        channel(),
        outbound,
        now(),
      );
    expect(await finish('wrong')).toMatchObject({ outcome: 'failed', reason: 'access_token_invalid' });
    expect(await finish(codeVerifier)).toMatchObject({
      outcome: 'granted',
      secrets: { accessToken: 'access-1', refreshToken: 'refresh-1' },
    });
    expect(await finish(codeVerifier)).toMatchObject({ outcome: 'failed' });
  });

  it('is renewed before its two hours end, each refresh token once', async () => {
    const at = now();
    const renewed = await connector.refreshCredentials?.(channel(), outbound, at);
    expect(renewed).toMatchObject({ outcome: 'refreshed', secrets: { refreshToken: x.tokens.refresh } });
    expect(renewed?.outcome === 'refreshed' && renewed.refreshAt).toEqual(new Date(at.getTime() + 6300_000));
    expect(await connector.refreshCredentials?.(channel(), outbound, at)).toMatchObject({
      outcome: 'failed',
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    const fresh = channel({ accessToken: x.tokens.access, refreshToken: x.tokens.refresh });
    expect(await send(reply, fresh)).toMatchObject({ outcome: 'sent' });
  });

  it('survives a passing error; an unknown app is said to be that', async () => {
    x.failNext(1, { status: 503 });
    expect(await connector.refreshCredentials?.(channel(), outbound, now())).toMatchObject({
      outcome: 'retry',
    });
    const stranger = { ...channel(), secrets: { ...channel().secrets, clientSecret: ['guess'] } };
    expect(await connector.refreshCredentials?.(stranger, outbound, now())).toMatchObject({
      reason: 'app_refused',
    });
  });

  it('tells whose account it is, and that it is another than was meant', async () => {
    expect(await connector.check?.(channel(), outbound, now())).toMatchObject({
      outcome: 'ok',
      account: { externalId: '11', name: 'Rapport', handle: '@rapport' },
      budgets: [{ scope: 'read' }],
    });
    const other = { ...channel(), settings: { clientId: world.clientId, userId: '12' } };
    expect(await connector.check?.(other, outbound, now())).toMatchObject({
      reason: 'other_account_connected',
    });
  });
});
