import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, Connector, OutboundMessage } from '@/connectors/contract';
import { createLinkedinConnector } from '@/connectors/linkedin/connector';
import { createOutbound } from '@/platform/http/outbound';
import { type LinkedinStandIn, type LinkedinWorld, startLinkedin } from '../stand-ins/linkedin';
import { inWords } from './in-words';
import { linkedinBodies, linkedinMeanings, linkedinNames } from './linkedin-bodies';

const { post, page, commentUrn } = linkedinNames;
const world: LinkedinWorld = {
  clientId: 'client-1',
  clientSecret: 'secret',
  redirectUrl: 'https://rapport.example/back',
  organizationId: '96072893',
  codes: new Set(),
  objects: new Map([
    [post, ''],
    [commentUrn, 'Gibt es das auch in Blau?'],
  ]),
};
const now = new Date('2026-11-22T12:00:00Z');
const outbound = createOutbound({ allow: ['127.0.0.1'] });
let linkedin: LinkedinStandIn;
let connector: Connector;

beforeAll(async () => {
  linkedin = await startLinkedin(world);
  connector = createLinkedinConnector({ linkedinBaseUrl: `${linkedin.url}/` });
});
afterAll(async () => {
  await linkedin.close();
  await outbound.close();
});
beforeEach(() => {
  linkedin.calls.length = 0;
  linkedin.accepted.length = 0;
  Object.assign(linkedin.tokens, { access: 'access-0', refresh: 'refresh-0' });
});

const channel: ChannelAccess = {
  id: 'c1',
  settings: { organizationId: '96072893', clientId: 'client-1' },
  secrets: { clientSecret: ['secret'], accessToken: ['access-0'], refreshToken: ['refresh-0'] },
};
const parse = (body: string | Uint8Array, settings: Record<string, unknown> = {}) =>
  connector.parseInbound(typeof body === 'string' ? Buffer.from(body) : body, { id: 'c', settings }, now);
const only = (...given: Parameters<typeof parse>) => {
  const parsed = parse(...given);
  return parsed.outcome === 'messages' ? parsed.events[0] : parsed;
};

describe('notifications', () => {
  const names = Object.keys(linkedinBodies) as (keyof typeof linkedinBodies)[];

  it.each(names)('%s', (name) => {
    expect(inWords(parse(linkedinBodies[name]))).toBe(linkedinMeanings[name]);
  });

  it('a comment belongs to its post, its shortened name made whole', () => {
    expect(only(linkedinBodies.comment)).toMatchObject({
      externalId: commentUrn,
      conversation: {
        externalId: post,
        subject: 'Das Zelt ist wieder da.',
        url: `https://www.linkedin.com/feed/update/${post}/`,
      },
      replyToExternalId: post,
      author: { externalId: 'urn:li:person:AbCd1234', isNamePlaceholder: true },
      versionAt: new Date(1691574506310),
    });
    expect(only(linkedinBodies.answer)).toMatchObject({ replyToExternalId: commentUrn });
    expect(only(linkedinBodies.deletion)).toMatchObject({
      externalId: commentUrn,
      conversationExternalId: post,
    });
  });

  it('one bad beside good ones is named', () => {
    expect(parse(linkedinBodies.several)).toMatchObject({
      skipped: [
        { path: 'notifications.1', reason: 'reaction' },
        { path: 'notifications.2', outcome: 'refused', fields: [{ path: 'generatedActivity' }] },
      ],
    });
    expect(parse('{}')).toMatchObject({ outcome: 'refused', fields: [{ path: 'notifications' }] });
    expect(parse('{"type":"LEAD_ACTION"}')).toEqual({ outcome: 'ignored', reason: 'unknown_event' });
    expect(parse(linkedinBodies.comment, { organizationId: '1' })).toMatchObject({ reason: 'other_account' });
  });

  it('without their words are fetched, with them they cost nothing', async () => {
    const resolve = async (body: string) => {
      const resolved = await connector.resolveInbound?.(Buffer.from(body), channel, outbound, now);
      return resolved?.outcome === 'resolved' ? resolved.body : resolved;
    };
    const fetched = await resolve(linkedinBodies.commentWithoutWords);
    expect(only(fetched as Uint8Array)).toMatchObject({
      text: 'Gibt es das auch in Blau?',
      author: { externalId: 'urn:li:person:AbCd1234' },
    });
    linkedin.calls.length = 0;
    expect(await resolve(linkedinBodies.comment)).toEqual(Buffer.from(linkedinBodies.comment));
    expect(linkedin.calls).toHaveLength(0);
    linkedin.failNext(1, { status: 503 });
    expect(await resolve(linkedinBodies.commentWithoutWords)).toMatchObject({ outcome: 'retry' });
    const gone = linkedinBodies.commentWithoutWords.replaceAll('7094977717598625792', '404');
    expect(await resolve(gone)).toEqual(Buffer.from(gone));
  });
});

describe('who calls', () => {
  it('is answered its challenge as JSON', () => {
    const ask = (challengeCode?: string) =>
      connector.answerHandshake?.(
        { method: 'GET', headers: {}, query: { challengeCode }, body: new Uint8Array() },
        channel,
      );
    const code = '890e4665-4dfe-4ab1-b689-ed553bceeed0';
    const challengeResponse = createHmac('sha256', 'secret').update(code).digest('hex');
    expect(JSON.parse(ask(code) ?? '')).toEqual({ challengeCode: code, challengeResponse });
    expect(ask('<script>')).toBeNull();
    expect(ask()).toBeNull();
  });

  it('signs a fixed word and the body', () => {
    const body = Buffer.from(linkedinBodies.comment);
    const sign = (text: string) => createHmac('sha256', 'secret').update(text).digest('hex');
    const verify = (signature: string) =>
      connector.verifySignature(
        { method: 'POST', headers: { 'x-li-signature': signature }, query: {}, body },
        channel,
        now,
      );
    expect(verify(sign(`hmacsha256=${linkedinBodies.comment}`))).toMatchObject({ ok: true });
    expect(verify(sign(linkedinBodies.comment))).toEqual({ ok: false, reason: 'signature_mismatch' });
  });
});

const reply: OutboundMessage = {
  id: '0198',
  text: 'Ja, ab Mai auch in Blau.',
  visibility: 'public',
  kind: 'comment',
  conversation: { externalId: post },
  replyToExternalId: commentUrn,
  author: { name: 'Mira' },
  attachments: [],
};
const send = (changes: Partial<OutboundMessage> = {}, access = channel) =>
  connector.send({ ...reply, ...changes }, access, outbound, now);

describe('a reply', () => {
  it('stands below the comment it answers, or below the post', async () => {
    expect(await send()).toEqual({ outcome: 'sent', externalId: `urn:li:comment:(${post},7100000000001)` });
    expect(await send({ replyToExternalId: post })).toMatchObject({ outcome: 'sent' });
    expect(linkedin.accepted).toEqual([
      { target: commentUrn, parentComment: commentUrn, text: reply.text },
      { target: post, text: reply.text },
    ]);
    expect(linkedin.calls[0]?.headers).toMatchObject({ 'x-restli-protocol-version': '2.0.0' });
  });

  it('fails with its reason', async () => {
    expect(await send({ text: 'x'.repeat(1251) })).toEqual({ outcome: 'failed', reason: 'text_too_long' });
    expect(await send({ visibility: 'private' })).toMatchObject({ reason: 'private_reply_unsupported' });
    expect(await send({ replyToExternalId: 'urn:li:share:404' })).toMatchObject({ reason: 'thread_gone' });
    expect(await send({ replyToExternalId: 'nonsense' })).toMatchObject({ reason: 'thread_gone' });
    const other = { ...channel, settings: { organizationId: '5', clientId: 'client-1' } };
    expect(await send({}, other)).toMatchObject({ outcome: 'failed', reason: 'permission_missing' });
    const revoked = { ...channel, secrets: { accessToken: ['access-revoked'] } };
    const outcome = await send({}, revoked);
    expect(outcome).toMatchObject({ reason: 'access_token_invalid', needsReconnect: true });
    expect(JSON.stringify(outcome)).not.toContain('access-revoked');
  });

  it('waits for the day to end where its limit is reached, and tries again where LinkedIn is away', async () => {
    linkedin.failNext(1, { status: 429, body: { message: 'Resource level throttle DAY limit reached' } });
    expect(await send()).toMatchObject({ outcome: 'retry', reason: 'rate_limited', retryAfter: 12 * 3600 });
    linkedin.failNext(1, { status: 500, body: 'oops' });
    expect(await send()).toMatchObject({ outcome: 'retry', reason: 'network_unavailable' });
  });
});

describe('the grant', () => {
  it('lasts 60 days, is renewed before, and a year in all', async () => {
    const request = { redirectUrl: world.redirectUrl, state: 'st', codeChallenge: 'x' };
    const begun = await connector.authorize?.begin(request, channel, outbound);
    expect(begun?.outcome === 'redirect' && new URL(begun.url).searchParams.get('scope')).toContain(
      'rw_organization_admin',
    );
    world.codes.add('code-1');
    const finish = () =>
      connector.authorize?.finish(
        { code: 'code-1', redirectUrl: world.redirectUrl, codeVerifier: 'v' },
        channel,
        outbound,
        now,
      );
    const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
    expect(await finish()).toEqual({
      outcome: 'granted',
      secrets: { accessToken: 'access-0+', refreshToken: 'refresh-0' },
      refreshAt: days(53),
      expiresAt: days(365),
    });
    expect(await finish()).toMatchObject({
      outcome: 'failed',
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    expect(await connector.refreshCredentials?.(channel, outbound, now)).toMatchObject({
      outcome: 'refreshed',
      secrets: { accessToken: 'access-0++' },
    });
    const spent = { ...channel, secrets: { ...channel.secrets, refreshToken: ['spent'] } };
    expect(await connector.refreshCredentials?.(spent, outbound, now)).toMatchObject({
      needsReconnect: true,
    });
    linkedin.failNext(1, { status: 503 });
    expect(await connector.refreshCredentials?.(channel, outbound, now)).toMatchObject({ outcome: 'retry' });
  });

  it('asks people and tokens at www.linkedin.com', async () => {
    const official = createLinkedinConnector({ linkedinBaseUrl: 'https://api.linkedin.com' });
    const request = { redirectUrl: world.redirectUrl, state: 'st', codeChallenge: 'x' };
    const begun = await official.authorize?.begin(request, channel, outbound);
    expect(begun?.outcome === 'redirect' && begun.url).toMatch(
      /^https:\/\/www\.linkedin\.com\/oauth\/v2\/authorization\?/,
    );
  });

  it('tells which page it speaks for', async () => {
    expect(await connector.check?.(channel, outbound, now)).toEqual({
      outcome: 'ok',
      account: { externalId: page, name: 'Zeltmacher', url: 'https://www.linkedin.com/company/zeltmacher' },
    });
    expect(await connector.check?.({ ...channel, secrets: {} }, outbound, now)).toMatchObject({
      needsReconnect: true,
    });
  });
});
