import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess, OutboundMessage } from '@/connectors/contract';
import { createGoogleBusinessConnector } from '@/connectors/google-business/connector';
import { createOutbound } from '@/platform/http/outbound';
import { type GoogleReview, type GoogleWorld, type ReviewsStandIn, startGoogle } from '../stand-ins/reviews';
import { inWords } from './in-words';
import { polled, reviewReply } from './review-reply';
import { payload } from './specimens/specimen';

const now = new Date('2026-11-22T12:00:00Z');
const outbound = createOutbound({ allow: ['127.0.0.1'] });
afterAll(() => outbound.close());

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
    return polled(await connector.poll?.(request, channel(), outbound, now));
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
      connector.send({ ...reviewReply, ...changes }, access, outbound, now);
    expect(await send()).toEqual({ outcome: 'sent', externalId: 'r1/reply' });
    expect(world.reviews[0]?.reviewReply?.comment).toBe(reviewReply.text);
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
