import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import { createTrustpilotConnector } from '@/connectors/trustpilot/connector';
import { createOutbound } from '@/platform/http/outbound';
import {
  type ReviewsStandIn,
  startTrustpilot,
  type TrustpilotReview,
  type TrustpilotWorld,
} from '../stand-ins/reviews';
import { inWords } from './in-words';
import { polled, reviewReply } from './review-reply';
import { payload } from './specimens/specimen';

const now = new Date('2026-11-22T12:00:00Z');
const outbound = createOutbound({ allow: ['127.0.0.1'] });
afterAll(() => outbound.close());

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
    const first = polled(await poll(undefined));
    expect(first.events).toEqual([]);
    world.reviews.push(one('r3', '2026-11-22T11:00:00.000Z'));
    Object.assign(world.reviews[0] ?? {}, { stars: 1, updatedAt: '2026-11-22T11:30:00.000Z' });
    const second = polled(await poll(first.cursor));
    expect(second.events.map(({ externalId }) => externalId)).toEqual([
      'r3@2026-11-22T11:00:00.000Z',
      'r1@2026-11-22T11:30:00.000Z',
    ]);
    expect(polled(await poll(second.cursor)).events).toEqual([]);
  });

  it('fetches a past page by page', async () => {
    const minute = (place: number) => new Date(Date.UTC(2026, 10, 1, 0, place)).toISOString();
    world.reviews = Array.from({ length: 250 }, (_, place) => one(`b${place}`, minute(place)));
    const since = new Date('2026-11-01T00:30:00Z');
    const fetched: string[] = [];
    let cursor: unknown;
    for (let page = 0; page < 5; page += 1) {
      const outcome = polled(await poll(cursor, since));
      fetched.push(...outcome.events.map(({ externalId }) => externalId.split('@')[0] ?? ''));
      cursor = outcome.cursor;
      if (!outcome.hasMore) break;
    }
    expect(new Set(fetched).size).toBe(220);
    expect(fetched).toHaveLength(220);
  });

  it('answers in public, once, and says what is refused', async () => {
    const send = (changes: Partial<OutboundMessage> = {}, access = channel()) =>
      connector.send({ ...reviewReply, ...changes }, access, outbound, now);
    expect(await send()).toEqual({ outcome: 'sent', externalId: 'r1/reply' });
    expect(world.reviews[0]?.companyReply?.text).toBe(reviewReply.text);
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
