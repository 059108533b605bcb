import { createHash } from 'node:crypto';
import { weightedLength } from '@/kernel/weighted-length';
import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';

export interface XWorld {
  clientId: string;
  clientSecret: string;
  redirectUrl: string;
  userId: string;
  /** Given by the consent screen, with the challenge it was asked with; each good for one use. */
  codes: Map<string, string>;
  /** Posts that exist. */
  posts: Set<string>;
  /** Posts whose authors let only some people answer. */
  restricted: Set<string>;
  /** People who take direct messages. */
  people: Set<string>;
}

export interface XStandIn {
  /** To give as `xBaseUrl`. */
  url: string;
  calls: ReceivedRequest[];
  accepted: { kind: 'post' | 'direct' | 'like' | 'unlike'; target?: string; text?: string }[];
  /** Tokens of the grant as it stands. */
  tokens: { access: string; refresh: string };
  revoke(): void;
  failNext(times: number, answer: Answer): void;
  /** The next call meets the rate limit, which ends at that time. */
  limitNext(resetsAt: Date): void;
  close(): Promise<void>;
}

function problem(status: number, title: string, detail: string, type = 'about:blank'): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: { title, detail, type, status },
  };
}

function oauthError(error: string, description: string, status = 400): Answer {
  return { status, body: { error, error_description: description } };
}

const LIMIT_HEADERS = (remaining: number, resetsAt: Date) => ({
  'x-rate-limit-limit': '100',
  'x-rate-limit-remaining': String(remaining),
  'x-rate-limit-reset': String(Math.floor(resetsAt.getTime() / 1000)),
});

/** An X API that refuses what X documents: tokens, codes and challenges, unknown posts, weights, doubles, rate limits. */
export async function startX(world: XWorld): Promise<XStandIn> {
  const calls: ReceivedRequest[] = [];
  const accepted: XStandIn['accepted'] = [];
  const tokens = { access: 'access-0', refresh: 'refresh-0' };
  let grants = 0;
  let remaining = 100;
  let failing: { times: number; answer: Answer } = { times: 0, answer: { status: 500 } };

  function grant(): Answer {
    grants += 1;
    tokens.access = `access-${grants}`;
    tokens.refresh = `refresh-${grants}`;
    const { access: access_token, refresh: refresh_token } = tokens;
    return {
      status: 200,
      body: {
        token_type: 'bearer',
        expires_in: 7200,
        access_token,
        refresh_token,
        scope: 'tweet.read offline.access',
      },
    };
  }

  function token(request: ReceivedRequest): Answer {
    const basic = Buffer.from(`${world.clientId}:${world.clientSecret}`).toString('base64');
    if (request.headers.authorization !== `Basic ${basic}`)
      return oauthError('unauthorized_client', 'Missing valid authorization header', 401);
    const form = new URLSearchParams(request.body);
    if (form.get('grant_type') === 'refresh_token')
      return form.get('refresh_token') === tokens.refresh && tokens.refresh !== ''
        ? grant()
        : oauthError('invalid_request', 'Value passed for the token was invalid.');
    const challenge = world.codes.get(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (challenge === undefined || form.get('redirect_uri') !== world.redirectUrl || verifier !== challenge)
      return oauthError('invalid_request', 'Value passed for the authorization code was invalid.');
    world.codes.delete(form.get('code') ?? '');
    return grant();
  }

  function createPost({
    text,
    reply,
  }: {
    text?: unknown;
    reply?: { in_reply_to_tweet_id?: string };
  }): Answer {
    if (typeof text !== 'string' || text === '') return problem(400, 'Invalid Request', 'Text is required');
    if (weightedLength(text) > 280) return problem(403, 'Forbidden', 'Your Tweet text is too long.');
    const target = reply?.in_reply_to_tweet_id;
    if (target !== undefined && !world.posts.has(target))
      return problem(
        403,
        'Forbidden',
        'You attempted to reply to a Tweet that is deleted or not visible to you.',
      );
    if (target !== undefined && world.restricted.has(target))
      return problem(403, 'Forbidden', 'You are not permitted to reply to this conversation.');
    if (accepted.some((one) => one.kind === 'post' && one.text === text))
      return problem(403, 'Forbidden', 'You are not allowed to create a Tweet with duplicate content.');
    accepted.push({ kind: 'post', text, ...(target && { target }) });
    return { status: 201, body: { data: { id: `2090000000000000${100 + accepted.length}`, text } } };
  }

  function createDirect(person: string, { text }: { text?: unknown }): Answer {
    if (!world.people.has(person))
      return problem(403, 'Forbidden', 'You cannot send messages to users who are not following you.');
    if (typeof text !== 'string' || text.length > 10_000)
      return problem(400, 'Invalid Request', 'Text is too long');
    accepted.push({ kind: 'direct', target: person, text });
    const conversation = `${world.userId}-${person}`;
    return {
      status: 201,
      body: { data: { dm_conversation_id: conversation, dm_event_id: '2090000000000000900' } },
    };
  }

  function call(request: ReceivedRequest): Answer {
    if (request.headers.authorization !== `Bearer ${tokens.access}` || tokens.access === '')
      return problem(401, 'Unauthorized', 'Unauthorized');
    const { pathname } = new URL(request.url, 'http://x');
    const body = request.body === '' ? {} : (JSON.parse(request.body) as Record<string, unknown>);
    const verb = `${request.method} ${pathname}`;
    if (verb === 'GET /2/users/me')
      return { status: 200, body: { data: { id: world.userId, name: 'Rapport', username: 'rapport' } } };
    if (verb === 'POST /2/tweets') return createPost(body);
    const person = /^POST \/2\/dm_conversations\/with\/(\d+)\/messages$/.exec(verb)?.[1];
    if (person !== undefined) return createDirect(person, body);
    if (verb === `POST /2/users/${world.userId}/likes` && world.posts.has(String(body.tweet_id))) {
      accepted.push({ kind: 'like', target: String(body.tweet_id) });
      return { status: 200, body: { data: { liked: true } } };
    }
    const unliked = new RegExp(`^DELETE /2/users/${world.userId}/likes/(\\d+)$`).exec(verb)?.[1];
    if (unliked !== undefined) {
      accepted.push({ kind: 'unlike', target: unliked });
      return { status: 200, body: { data: { liked: false } } };
    }
    const type = 'https://api.x.com/2/problems/resource-not-found';
    return problem(404, 'Not Found Error', 'Could not find what you asked for', type);
  }

  const server = await startLocalServer((request) => {
    calls.push(request);
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return failing.answer;
    }
    if (request.url === '/2/oauth2/token' && request.method === 'POST') return token(request);
    const answer = call(request);
    remaining -= 1;
    return {
      ...answer,
      headers: { ...LIMIT_HEADERS(remaining, new Date(Date.now() + 900_000)), ...answer.headers },
    };
  });
  const failNext: XStandIn['failNext'] = (times, answer) => {
    failing = { times, answer };
  };
  return {
    url: server.url,
    calls,
    accepted,
    tokens,
    revoke: () => Object.assign(tokens, { access: '', refresh: '' }),
    failNext,
    limitNext: (resetsAt) =>
      failNext(1, {
        ...problem(429, 'Too Many Requests', 'Too Many Requests'),
        headers: LIMIT_HEADERS(0, resetsAt),
      }),
    close: server.close,
  };
}
