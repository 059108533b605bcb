import { createHash } from 'node:crypto';
import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';

export interface ReviewsStandIn {
  /** To give as the network's base address. */
  url: string;
  calls: ReceivedRequest[];
  failNext(times: number, answer: Answer): void;
  close(): Promise<void>;
}

type Handle = (request: ReceivedRequest, url: URL) => Answer;

async function start(handle: Handle): Promise<ReviewsStandIn> {
  const calls: ReceivedRequest[] = [];
  let failing: { times: number; answer: Answer } = { times: 0, answer: { status: 500 } };
  const server = await startLocalServer((request) => {
    calls.push(request);
    if (failing.times === 0) return handle(request, new URL(request.url, 'http://network'));
    failing = { ...failing, times: failing.times - 1 };
    return failing.answer;
  });
  return {
    url: server.url,
    calls,
    failNext: (times, answer) => {
      failing = { times, answer };
    },
    close: server.close,
  };
}

export interface TrustpilotReview {
  id: string;
  stars: number;
  title: string;
  text: string;
  language: string;
  createdAt: string;
  updatedAt: string | null;
  status: string;
  consumer: { id: string; displayName: string };
  businessUnit: { id: string; displayName: string };
  companyReply: { text: string; createdAt: string; updatedAt: string | null } | null;
}

export interface TrustpilotWorld {
  apiKey: string;
  apiSecret: string;
  /** The token given last; an older one is refused. */
  token: string;
  businessUnitId: string;
  reviews: TrustpilotReview[];
}

/** Trustpilot's private API: an application's token, the reviews of one business unit, the one answer to each. */
export function startTrustpilot(world: TrustpilotWorld): Promise<ReviewsStandIn> {
  let given = 0;
  return start((request, url) => {
    if (url.pathname === '/v1/oauth/oauth-business-users-for-applications/accesstoken') {
      const basic = Buffer.from(`${world.apiKey}:${world.apiSecret}`).toString('base64');
      if (request.headers.authorization !== `Basic ${basic}`)
        return { status: 401, body: { error: 'invalid_client' } };
      if (
        request.method !== 'POST' ||
        new URLSearchParams(request.body).get('grant_type') !== 'client_credentials'
      )
        return { status: 400, body: { error: 'unsupported_grant_type' } };
      given += 1;
      world.token = `token-${given}`;
      return { status: 200, body: { access_token: world.token, expires_in: '359999', token_type: 'bearer' } };
    }
    if (request.headers.authorization !== `Bearer ${world.token}`)
      return { status: 401, body: { message: 'Unauthorized', details: 'Access token is invalid' } };
    const [, reviewId, edge] = /^\/v1\/private\/reviews\/(\w+)(\/reply)?$/.exec(url.pathname) ?? [];
    if (reviewId) return answerReview(world, request, reviewId, edge !== undefined);
    const unit = /^\/v1\/private\/business-units\/(\w+)\/reviews$/.exec(url.pathname)?.[1];
    return unit === world.businessUnitId ? listTrustpilot(world, url) : { status: 404, body: {} };
  });
}

function answerReview(
  world: TrustpilotWorld,
  request: ReceivedRequest,
  reviewId: string,
  isReply: boolean,
): Answer {
  const review = world.reviews.find(({ id }) => id === reviewId);
  if (!review) return { status: 404, body: { message: 'Not found' } };
  if (!isReply) return { status: 200, body: review };
  const { message } = JSON.parse(request.body) as { message?: unknown };
  if (request.method !== 'POST' || typeof message !== 'string' || message.trim() === '')
    return { status: 400, body: { message: 'Bad request', details: 'message is required' } };
  review.companyReply = { text: message, createdAt: '2026-11-22T12:00:00.000Z', updatedAt: null };
  return { status: 201, body: { reply: { message } } };
}

function listTrustpilot(world: TrustpilotWorld, url: URL): Answer {
  const perPage = Number(url.searchParams.get('perPage') ?? 20);
  if (perPage < 1 || perPage > 100) return { status: 400, body: { message: 'perPage must be 1-100' } };
  const page = Number(url.searchParams.get('page') ?? 1);
  const sorted = [...world.reviews].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return { status: 200, body: { links: [], reviews: sorted.slice((page - 1) * perPage, page * perPage) } };
}

export interface GoogleReview {
  reviewId: string;
  starRating: string;
  comment?: string;
  createTime: string;
  updateTime: string;
  reviewer: { displayName: string; isAnonymous?: boolean };
  reviewReply?: { comment: string; updateTime: string };
}

export interface GoogleWorld {
  clientId: string;
  clientSecret: string;
  code: string;
  /** What the code was asked for with. */
  codeChallenge: string;
  refreshToken: string;
  token: string;
  location: string;
  reviews: GoogleReview[];
}

/** The three hosts Google spreads the Business Profile over, in one: tokens, the place, its reviews. */
export function startGoogle(world: GoogleWorld): Promise<ReviewsStandIn> {
  return start((request, url) => {
    if (url.pathname === '/token') return giveGoogleToken(world, new URLSearchParams(request.body));
    if (request.headers.authorization !== `Bearer ${world.token}`)
      return googleError(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
    if (url.pathname === `/v1/${world.location.replace(/^accounts\/\d+\//, '')}`)
      return {
        status: 200,
        body: { title: 'Nordlicht Zürich', metadata: { mapsUri: 'https://maps.google.com/?cid=1' } },
      };
    if (url.pathname === `/v4/${world.location}/reviews` && request.method === 'GET')
      return listGoogle(world, url);
    const id = new RegExp(`^/v4/${world.location}/reviews/([\\w-]+)/reply$`).exec(url.pathname)?.[1];
    const review = world.reviews.find(({ reviewId }) => reviewId === id);
    if (!review || request.method !== 'PUT')
      return googleError(404, 'NOT_FOUND', 'Requested entity was not found.');
    const { comment } = JSON.parse(request.body) as { comment?: unknown };
    if (typeof comment !== 'string' || Buffer.byteLength(comment) > 4096)
      return googleError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.');
    review.reviewReply = { comment, updateTime: '2026-11-22T12:00:00Z' };
    return { status: 200, body: review.reviewReply };
  });
}

function googleError(code: number, status: string, message: string): Answer {
  return { status: code, body: { error: { code, status, message } } };
}

function giveGoogleToken(world: GoogleWorld, form: URLSearchParams): Answer {
  if (form.get('client_id') !== world.clientId || form.get('client_secret') !== world.clientSecret)
    return { status: 401, body: { error: 'invalid_client' } };
  const isCode = form.get('grant_type') === 'authorization_code';
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const isGood = isCode
    ? form.get('code') === world.code && challenge === world.codeChallenge
    : form.get('refresh_token') === world.refreshToken;
  if (!isGood)
    return { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been revoked.' } };
  world.token = `${world.token}+`;
  return {
    status: 200,
    body: {
      access_token: world.token,
      expires_in: 3599,
      ...(isCode && { refresh_token: world.refreshToken }),
    },
  };
}

function listGoogle(world: GoogleWorld, url: URL): Answer {
  const size = Number(url.searchParams.get('pageSize') ?? 50);
  if (size > 50) return googleError(400, 'INVALID_ARGUMENT', 'The maximum pageSize is 50.');
  const from = Number(url.searchParams.get('pageToken') ?? 0);
  const sorted = [...world.reviews].sort((a, b) => b.updateTime.localeCompare(a.updateTime));
  const reviews = sorted
    .slice(from, from + size)
    .map((review) => ({ name: `${world.location}/reviews/${review.reviewId}`, ...review }));
  const hasMore = from + size < sorted.length;
  return {
    status: 200,
    body: {
      ...(reviews.length > 0 && { reviews }),
      totalReviewCount: sorted.length,
      ...(hasMore && { nextPageToken: String(from + size) }),
    },
  };
}
