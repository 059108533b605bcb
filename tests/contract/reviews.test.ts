import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import type { PollOutcome } from '@/connectors/contract/asking';
import { createGoogleBusinessConnector } from '@/connectors/google-business/connector';
import { createTrustpilotConnector } from '@/connectors/trustpilot/connector';
import { createOutbound } from '@/platform/http/outbound';
import {
  type GoogleReview,
  type GoogleWorld,
  type ReviewsStandIn,
  startGoogle,
  startTrustpilot,
  type TrustpilotReview,
  type TrustpilotWorld,
} from '../stand-ins/reviews';
import { inWords } from './in-words';
import { payload } from './specimens/specimen';

const now = new Date('2026-11-22T12:00:00Z');
const outbound = createOutbound({ allow: ['127.0.0.1'] });
afterAll(() => outbound.close());

const reply: OutboundMessage = {
  id: '0198',
  text: 'Danke für Ihre Worte!',
  visibility: 'public',
  kind: 'review',
  conversation: { externalId: 'r1' },
  author: { name: 'Mira' },
  attachments: [],
};

function polled(outcome: PollOutcome) {
  if (outcome.outcome !== 'polled') throw new Error(`not polled: ${outcome.reason}`);
  return outcome;
}

describe('trustpilot', () => {
  const unit = '507f191e810c19729de860ea';
  const one = (id: string, createdAt: string, changes: Partial<TrustpilotReview> = {}): TrustpilotReview => ({
    id,
    stars: 4,
    title: 'Gut beraten',
    text: `Bewertung ${id}`,
    language: 'de',
    createdAt,
    updatedAt: null,
    status: 'active',
    consumer: { id: `c-${id}`, displayName: 'Jonas W.' },
    businessUnit: { id: unit, displayName: 'Nordlicht' },
    companyReply: null,
    ...changes,
  });
  const world: TrustpilotWorld = {
    apiKey: 'key',
    apiSecret: 'secret',
    token: 'token-0',
    businessUnitId: unit,
    reviews: [],
  };
  let network: ReviewsStandIn;
  let connector: ReturnType<typeof createTrustpilotConnector>;
  beforeAll(async () => {
    network = await startTrustpilot(world);
    connector = createTrustpilotConnector({ trustpilotBaseUrl: `${network.url}/` });
  });
  afterAll(() => network.close());
  beforeEach(() => {
    world.token = 'token-0';
    world.reviews = [one('r1', '2026-11-20T10:00:00.000Z'), one('r2', '2026-11-21T10:00:00.000Z')];
  });
  const channel = (changes: object = {}, secrets: object = {}): ChannelAccess => ({
    id: 'c1',
    settings: { businessUnitId: unit, ...changes },
    secrets: { apiKey: ['key'], apiSecret: ['secret'], accessToken: [world.token], ...secrets },
  });
  const parse = (body: Uint8Array) => connector.parseInbound(body, { id: 'c1', settings: {} }, now);
  const poll = (cursor: unknown, since?: Date) =>
    connector.poll?.({ cursor, terms: [], limit: 100, ...(since && { since }) }, channel(), outbound, now);

  it('reads the documented delivery', () => {
    const body = Buffer.from(payload('trustpilot/webhook_service_review_created'));
    expect(inWords(parse(body))).toBe(
      'created review Customer "Great service\n\nNothing other than excellent customer service."',
    );
    expect(parse(body)).toMatchObject({
      events: [{ externalId: '53bffd360000640002975387', rating: 5, language: 'en' }],
    });
  });

  it('believes no delivery: what it names is fetched, and what is gone is gone', async () => {
    const hint = (name: string, id: string) => ({
      eventName: name,
      eventData: { id, stars: 1, text: 'forged' },
    });
    const events = [
      hint('service-review-created', 'r1'),
      hint('service-review-updated', 'r9'),
      hint('product-review-created', 'r2'),
    ];
    const body = Buffer.from(JSON.stringify({ events }));
    const resolved = await connector.resolveInbound?.(body, channel(), outbound, now);
    if (resolved?.outcome !== 'resolved') throw new Error('not resolved');
    expect(inWords(parse(resolved.body))).toBe(
      'created review Jonas W. "Gut beraten\n\nBewertung r1" + deleted',
    );
  });

  it('asks for what is new, edited or answered since, and for nothing twice', async () => {
    const first = polled((await poll(undefined)) as PollOutcome);
    expect(first.events).toEqual([]);
    world.reviews.push(one('r3', '2026-11-22T11:00:00.000Z'));
    Object.assign(world.reviews[0] ?? {}, { stars: 1, updatedAt: '2026-11-22T11:30:00.000Z' });
    const second = polled((await poll(first.cursor)) as PollOutcome);
    expect(second.events.map(({ externalId }) => externalId)).toEqual([
      'r3@2026-11-22T11:00:00.000Z',
      'r1@2026-11-22T11:30:00.000Z',
    ]);
    expect(polled((await poll(second.cursor)) as PollOutcome).events).toEqual([]);
  });

  it('fetches a past page by page', async () => {
    const minute = (place: number) => new Date(Date.UTC(2026, 10, 1, 0, place)).toISOString();
    world.reviews = Array.from({ length: 250 }, (_, place) => one(`b${place}`, minute(place)));
    const since = new Date('2026-11-01T00:30:00Z');
    const fetched: string[] = [];
    let cursor: unknown;
    for (let page = 0; page < 5; page += 1) {
      const outcome = polled((await poll(cursor, since)) as PollOutcome);
      fetched.push(...outcome.events.map(({ externalId }) => externalId.split('@')[0] ?? ''));
      cursor = outcome.cursor;
      if (!outcome.hasMore) break;
    }
    expect(new Set(fetched).size).toBe(220);
    expect(fetched).toHaveLength(220);
  });

  it('answers in public, once, and says what is refused', async () => {
    const send = (changes: Partial<OutboundMessage> = {}, access = channel()) =>
      connector.send({ ...reply, ...changes }, access, outbound, now);
    expect(await send()).toEqual({ outcome: 'sent', externalId: 'r1/reply' });
    expect(world.reviews[0]?.companyReply?.text).toBe(reply.text);
    const [review] = world.reviews;
    const body = Buffer.from(JSON.stringify({ reviews: [review], gone: [] }));
    expect(inWords(parse(body))).toContain('created comment own "Danke für Ihre Worte!"');
    expect(await send({ conversation: { externalId: 'r9' } })).toMatchObject({ reason: 'thread_gone' });
    expect(await send({ visibility: 'private' })).toMatchObject({ reason: 'private_reply_unsupported' });
    expect(await send({ text: 'x'.repeat(4097) })).toMatchObject({ reason: 'text_too_long' });
    expect(await send({}, channel({}, { accessToken: ['old'] }))).toMatchObject({ needsReconnect: true });
    network.failNext(1, { status: 429, headers: { 'retry-after': '30' } });
    expect(await send()).toMatchObject({ outcome: 'retry', reason: 'rate_limited', retryAfter: 30 });
  });

  it('gets access from key and secret, and tells whose reviews they are', async () => {
    expect(await connector.refreshCredentials?.(channel(), outbound, now)).toEqual({
      outcome: 'refreshed',
      secrets: { accessToken: 'token-1' },
      refreshAt: new Date(now.getTime() + (359_999 - 3600) * 1000),
    });
    const wrong = channel({}, { apiSecret: ['wrong'] });
    expect(await connector.refreshCredentials?.(wrong, outbound, now)).toMatchObject({
      outcome: 'failed',
      reason: 'app_refused',
    });
    expect(await connector.check?.(channel(), outbound, now)).toMatchObject({
      outcome: 'ok',
      account: { externalId: unit, name: 'Nordlicht' },
    });
    const other = channel({ businessUnitId: 'f'.repeat(24) });
    expect(await connector.check?.(other, outbound, now)).toMatchObject({ reason: 'account_not_found' });
  });
});

describe('google business', () => {
  const verifier = 'v'.repeat(50);
  const one = (reviewId: string, updateTime: string, changes: Partial<GoogleReview> = {}): GoogleReview => ({
    reviewId,
    starRating: 'FOUR',
    comment: `Rezension ${reviewId}`,
    createTime: updateTime,
    updateTime,
    reviewer: { displayName: 'Lea' },
    ...changes,
  });
  const world: GoogleWorld = {
    clientId: 'client',
    clientSecret: 'secret',
    code: 'code-1',
    codeChallenge: createHash('sha256').update(verifier).digest('base64url'),
    refreshToken: 'refresh-1',
    token: 'access',
    location: 'accounts/11/locations/22',
    reviews: [],
  };
  let network: ReviewsStandIn;
  let connector: ReturnType<typeof createGoogleBusinessConnector>;
  beforeAll(async () => {
    network = await startGoogle(world);
    connector = createGoogleBusinessConnector({ googleBaseUrl: network.url });
  });
  afterAll(() => network.close());
  beforeEach(() => {
    world.reviews = [one('r1', '2026-11-20T10:00:00Z'), one('r2', '2026-11-21T10:00:00Z')];
  });
  const channel = (secrets: object = {}): ChannelAccess => ({
    id: 'c1',
    settings: { accountId: '11', locationId: '22', clientId: 'client' },
    secrets: {
      clientSecret: ['secret'],
      accessToken: [world.token],
      refreshToken: ['refresh-1'],
      ...secrets,
    },
  });
  const parse = (body: Uint8Array) => connector.parseInbound(body, { id: 'c1', settings: {} }, now);
  const poll = async (cursor: unknown, since?: Date) => {
    const request = { cursor, terms: [], limit: 100, ...(since && { since }) };
    return polled((await connector.poll?.(request, channel(), outbound, now)) as PollOutcome);
  };
  const pollAll = async (start: unknown, since?: Date) => {
    const events: string[] = [];
    let cursor = start;
    for (let page = 0; page < 20; page += 1) {
      const outcome = await poll(cursor, since);
      events.push(...outcome.events.map(({ body }) => inWords(parse(body))));
      cursor = outcome.cursor;
      if (!outcome.hasMore) break;
    }
    return { events, cursor };
  };

  it('reads the documented form, an unspecified rating and a reviewer without a name included', () => {
    const shape = JSON.parse(payload('google-reviews/review_shape'));
    const words = (changes: object) => inWords(parse(Buffer.from(JSON.stringify({ ...shape, ...changes }))));
    expect(words({})).toBe('updated review string "string" + updated comment own "string"');
    expect(words({ reviewer: { displayName: 'A', isAnonymous: true }, reviewReply: undefined })).toBe(
      'updated review unnamed "string"',
    );
    expect(words({ starRating: 'SIX' })).toBe('refused invalid_delivery');
  });

  it('tells what is new, edited and gone, over many pages', async () => {
    const at = (place: number) => new Date(Date.UTC(2026, 10, 1, 0, place)).toISOString();
    world.reviews = Array.from({ length: 130 }, (_, place) => one(`b${place}`, at(place)));
    const first = await pollAll(undefined);
    expect(first.events).toEqual([]);
    expect((await pollAll(first.cursor)).events).toEqual([]);
    world.reviews = world.reviews.filter(({ reviewId }) => reviewId !== 'b7');
    world.reviews.push(one('new', '2026-11-22T11:00:00Z'));
    Object.assign(world.reviews[3] ?? {}, { starRating: 'ONE', updateTime: '2026-11-22T11:30:00Z' });
    const second = await pollAll(first.cursor);
    expect(second.events.sort()).toEqual([
      'created review Lea "Rezension new"',
      'deleted',
      'updated review Lea "Rezension b3"',
    ]);
    expect((await pollAll(second.cursor)).events).toEqual([]);
    expect((await pollAll(undefined, new Date(at(100)))).events).toHaveLength(32);
  });

  it('answers in public, and says what is refused', async () => {
    const send = (changes: Partial<OutboundMessage> = {}, access = channel()) =>
      connector.send({ ...reply, ...changes }, access, outbound, now);
    expect(await send()).toEqual({ outcome: 'sent', externalId: 'r1/reply' });
    expect(world.reviews[0]?.reviewReply?.comment).toBe(reply.text);
    // Bytes, not signs.
    expect(await send({ text: 'ü'.repeat(2049) })).toMatchObject({ reason: 'text_too_long' });
    expect(await send({ conversation: { externalId: 'r9' } })).toMatchObject({ reason: 'thread_gone' });
    expect(await send({}, channel({ accessToken: ['old'] }))).toMatchObject({ needsReconnect: true });
    network.failNext(1, { status: 503 });
    expect(await send()).toMatchObject({ outcome: 'retry' });
  });

  it('is connected by consent and renewed without anybody', async () => {
    const redirectUrl = 'https://rapport.example/api/channels/callback';
    const begun = await connector.authorize?.begin(
      { redirectUrl, state: 's', codeChallenge: world.codeChallenge },
      channel(),
      outbound,
    );
    if (begun?.outcome !== 'redirect') throw new Error('not redirected');
    expect(Object.fromEntries(new URL(begun.url).searchParams)).toMatchObject({
      access_type: 'offline',
      code_challenge_method: 'S256',
      redirect_uri: redirectUrl,
    });
    const answer = { code: 'code-1', redirectUrl, codeVerifier: verifier };
    const granted = await connector.authorize?.finish(answer, channel(), outbound, now);
    expect(granted).toMatchObject({ outcome: 'granted', secrets: { refreshToken: 'refresh-1' } });
    const stolen = { ...answer, codeVerifier: 'other' };
    expect(await connector.authorize?.finish(stolen, channel(), outbound, now)).toMatchObject({
      outcome: 'failed',
      needsReconnect: true,
    });
    expect(await connector.refreshCredentials?.(channel(), outbound, now)).toMatchObject({
      outcome: 'refreshed',
    });
    const revoked = channel({ refreshToken: ['gone'] });
    expect(await connector.refreshCredentials?.(revoked, outbound, now)).toMatchObject({
      reason: 'access_token_invalid',
      needsReconnect: true,
    });
    expect(await connector.check?.(channel(), outbound, now)).toMatchObject({
      account: { externalId: world.location, name: 'Nordlicht Zürich' },
    });
  });
});
