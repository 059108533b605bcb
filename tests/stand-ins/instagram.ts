import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';
import { checkAccess, readUrl, refuse } from './meta-refusals';

const HOUR_MS = 60 * 60 * 1000;

export interface InstagramWorld {
  accountId: string;
  appId: string;
  appSecret: string;
  /** Of Instagram's own login, and of the page: they are taken at the same address here. */
  loginToken: string;
  pageToken: string;
  /** Comments and posts that exist: when they were made. */
  objects: Readonly<Record<string, Date>>;
  /** People by their id here, and when they last wrote. */
  people: Readonly<Record<string, Date>>;
  /** What is shown where the account is named: by `mentioned_comment:5`. */
  mentions: Readonly<Record<string, unknown>>;
  /** Posts with their comments, newest first. */
  posts: readonly Record<string, unknown>[];
}

export interface InstagramStandIn {
  /** To give as each of the three addresses. */
  url: string;
  calls: ReceivedRequest[];
  accepted: { path: string; body: Record<string, unknown> }[];
  failNext(answer: Answer): void;
  close(): Promise<void>;
}

type Body = Record<string, unknown>;

function isOlder(since: Date, hours: number): boolean {
  return Date.now() - since.getTime() > hours * HOUR_MS;
}

function checkMessage(world: InstagramWorld, body: Body): Answer | null {
  const { id, comment_id: commentId } = (body.recipient ?? {}) as { id?: string; comment_id?: string };
  const { text, attachment } = body.message as { text?: string; attachment?: { payload: { url: string } } };
  if ((text === undefined) === (attachment === undefined))
    return refuse(100, 'message needs text or attachment, not both');
  if (Buffer.byteLength(text ?? '') > 1000)
    return refuse(100, 'Length of param message[text] must be at most 1000 bytes');
  if (attachment && !/^https?:/.test(attachment.payload.url))
    return refuse(100, 'The attachment could not be fetched');
  if (commentId !== undefined) {
    const made = world.objects[commentId];
    if (made === undefined) return refuse(100, 'No such comment');
    return isOlder(made, 168) ? refuse(10, 'This message is sent outside of allowed window.') : null;
  }
  const since = world.people[id ?? ''];
  if (since === undefined) return refuse(100, 'No matching user found');
  const hours = body.tag === 'HUMAN_AGENT' && body.messaging_type === 'MESSAGE_TAG' ? 168 : 24;
  return isOlder(since, hours) ? refuse(10, 'This message is sent outside of allowed window.') : null;
}

function write(world: InstagramWorld, path: string, body: Body): Answer {
  if (path === 'me/subscribed_apps') return { status: 200, body: { success: true } };
  if (path === 'me/messages')
    return checkMessage(world, body) ?? { status: 200, body: { recipient_id: '56', message_id: 'mid.sent' } };
  const [target = '', edge] = path.split('/');
  const text = String(body.message ?? '');
  if (text === '' || [...text].length > 2200) return refuse(100, 'Comment must have 1 to 2200 characters');
  const isMention = edge === 'mentions' && target === world.accountId && body.media_id !== undefined;
  const isKnown = ['replies', 'comments'].includes(edge ?? '') && target in world.objects;
  return isMention || isKnown
    ? { status: 200, body: { id: '9001' } }
    : refuse(100, `Object with ID '${target}' does not exist`);
}

function read(world: InstagramWorld, path: string, query: URLSearchParams): Answer {
  const fields = query.get('fields') ?? '';
  const profile = { id: '42', username: 'nordlicht', name: 'Nordlicht' };
  if (path === 'me') return { status: 200, body: { ...profile, user_id: world.accountId } };
  if (path === 'debug_token')
    return { status: 200, body: { data: { expires_at: 1_900_000_000, scopes: ['instagram_basic'] } } };
  if (path === `${world.accountId}/media`) {
    const limit = Number(query.get('limit'));
    const start = Number(query.get('after') ?? 0);
    const next =
      start + limit < world.posts.length
        ? { next: 'more', cursors: { after: String(start + limit) } }
        : { cursors: { after: 'end' } };
    return { status: 200, body: { data: world.posts.slice(start, start + limit), paging: next } };
  }
  const asked = /^(mentioned_\w+)\.\w+_id\((\d+)\)/.exec(fields);
  if (path === world.accountId && asked) {
    const [, edge = '', id = ''] = asked;
    const shown = world.mentions[`${edge}:${id}`];
    return shown
      ? { status: 200, body: { [edge]: shown, id: path } }
      : refuse(100, 'Invalid parameter: no such mention');
  }
  if (path === world.accountId) return { status: 200, body: { ...profile, id: path } };
  if (path in world.objects)
    return {
      status: 200,
      body: {
        id: path,
        text: 'Hallo',
        media: { id: '3' },
        from: { id: '9', username: 'anna' },
        timestamp: '2026-11-01T08:14:12+0000',
      },
    };
  return refuse(100, `Object with ID '${path}' does not exist`);
}

/** The addresses of the sign-in: code, short token, long token, renewal. */
function signIn(world: InstagramWorld, request: ReceivedRequest): Answer | null {
  const { path, query } = readUrl(request.url);
  const long = { access_token: world.loginToken, token_type: 'bearer', expires_in: 5_184_000 };
  if (path === 'oauth/access_token') {
    const form = new URLSearchParams(request.body);
    const isOurs = form.get('client_secret') === world.appSecret && form.get('client_id') === world.appId;
    if (!isOurs || form.get('grant_type') !== 'authorization_code')
      return refuse(101, 'Invalid platform app');
    return form.get('code') === 'good'
      ? { status: 200, body: { access_token: 'short', user_id: 42 } }
      : refuse(100, 'Invalid authorization code');
  }
  if (path === 'access_token')
    return query.get('access_token') === 'short' && query.get('client_secret') === world.appSecret
      ? { status: 200, body: long }
      : refuse(190, 'Invalid access token');
  if (path !== 'refresh_access_token') return null;
  return query.get('access_token') === world.loginToken
    ? { status: 200, body: { ...long, access_token: 'renewed' } }
    : refuse(190, 'Session has expired');
}

/** Instagram's two APIs in one: refuses unknown tokens and objects, closed windows, lengths, a wrong code. */
export async function startInstagram(world: InstagramWorld): Promise<InstagramStandIn> {
  const calls: ReceivedRequest[] = [];
  const accepted: InstagramStandIn['accepted'] = [];
  let failing: Answer | null = null;
  const server = await startLocalServer((request) => {
    calls.push(request);
    if (failing !== null) {
      const answer = failing;
      failing = null;
      return answer;
    }
    const signedIn = signIn(world, request);
    if (signedIn !== null) return signedIn;
    const isPage = request.headers.authorization === `Bearer ${world.pageToken}`;
    const access = isPage
      ? { token: world.pageToken, appSecret: world.appSecret }
      : { token: world.loginToken };
    const refused = checkAccess(request, access);
    if (refused !== null) return refused;
    const { path, query } = readUrl(request.url);
    if (request.method === 'GET') return read(world, path, query);
    const { appsecret_proof: _, ...body } = JSON.parse(request.body) as Body;
    const answer = write(world, path, body);
    if (answer.status === 200) accepted.push({ path, body });
    return answer;
  });
  return { url: server.url, calls, accepted, failNext: (answer) => (failing = answer), close: server.close };
}
