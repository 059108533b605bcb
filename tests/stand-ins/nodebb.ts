import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';

export interface NodebbPost {
  pid: number;
  tid: number;
  uid: number;
  username: string;
  content: string;
  timestamp: number;
  edited?: number;
  deleted?: boolean;
  toPid?: number;
}

export interface NodebbWorld {
  token: string;
  username: string;
  /** Oldest first; the first of each topic is its main post. */
  posts: NodebbPost[];
  locked: readonly number[];
}

export interface NodebbStandIn {
  /** To give as `baseUrl`. */
  url: string;
  calls: ReceivedRequest[];
  failNext(times: number, answer: Answer): void;
  close(): Promise<void>;
}

const PAGE = 20;
const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  body: { status: { code, message }, response: {} },
});

function recent(world: NodebbWorld, page: number): Answer {
  const tids = [...new Set(world.posts.map(({ tid }) => tid))];
  const topics = tids
    .map((tid) => ({
      tid,
      lastposttime: Math.max(
        ...world.posts.filter((post) => post.tid === tid).map(({ timestamp }) => timestamp),
      ),
    }))
    .sort((left, right) => right.lastposttime - left.lastposttime);
  return { status: 200, body: { topics: topics.slice((page - 1) * PAGE, page * PAGE), nextStart: PAGE } };
}

function topic(world: NodebbWorld, tid: number, page: number): Answer {
  const [main, ...replies] = world.posts.filter((post) => post.tid === tid);
  if (!main) return { status: 404, body: { path: `topic/${tid}`, error: '[[error:no-topic]]' } };
  const newestFirst = replies.reverse();
  const posts = [main, ...newestFirst.slice((page - 1) * PAGE, page * PAGE)].map(({ username, ...post }) => ({
    edited: 0,
    ...post,
    deleted: post.deleted ? 1 : 0,
    content: post.deleted ? '[[topic:post-is-deleted]]' : `<p dir="auto">${post.content}</p>\n`,
    user: { uid: post.uid, username, userslug: username.toLowerCase(), displayname: username, picture: null },
  }));
  const pageCount = Math.max(1, Math.ceil(replies.length / PAGE));
  return {
    status: 200,
    body: {
      tid,
      title: 'Zelt &amp; Plane',
      slug: `${tid}/zelt-plane`,
      mainPid: main.pid,
      posts,
      pagination: { pageCount, currentPage: page },
    },
  };
}

function answerTopic(world: NodebbWorld, tid: number, body: Record<string, unknown>): Answer {
  const { content, toPid } = body;
  if (!world.posts.some((post) => post.tid === tid)) return refuse(404, 'not-found', 'Topic does not exist');
  if (world.locked.includes(tid)) return refuse(403, 'forbidden', '[[error:topic-locked]]');
  if (typeof content !== 'string' || content.length < 8)
    return refuse(
      400,
      'bad-request',
      'Please enter a longer post. Posts should contain at least 8 character(s).',
    );
  const pid = Math.max(...world.posts.map((post) => post.pid)) + 1;
  world.posts.push({
    pid,
    tid,
    uid: 42,
    username: world.username,
    content,
    timestamp: Date.now(),
    ...(typeof toPid === 'number' && { toPid }),
  });
  return { status: 200, body: { status: { code: 'ok', message: 'OK' }, response: { pid, tid, content } } };
}

/** A NodeBB forum that refuses what it documents: a wrong token, locked and unknown topics, short posts. */
export async function startNodebb(world: NodebbWorld): Promise<NodebbStandIn> {
  const calls: ReceivedRequest[] = [];
  let failing: { times: number; answer: Answer } = { times: 0, answer: { status: 500 } };
  const server = await startLocalServer((request) => {
    calls.push(request);
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return failing.answer;
    }
    if (request.headers.authorization !== `Bearer ${world.token}`)
      return refuse(
        401,
        'not-authorised',
        'A valid login session was not found. Please log in and try again.',
      );
    const url = new URL(request.url, 'http://forum');
    const page = Number(url.searchParams.get('page') ?? 1);
    if (url.pathname === '/api/self')
      return { status: 200, body: { uid: 42, username: world.username, userslug: 'rapport' } };
    if (url.pathname === '/api/recent') return recent(world, page);
    const read = /^\/api\/topic\/(\d+)$/.exec(url.pathname)?.[1];
    if (read !== undefined && url.searchParams.get('sort') === 'newest_to_oldest')
      return topic(world, Number(read), page);
    const written = /^\/api\/v3\/topics\/(\d+)$/.exec(url.pathname)?.[1];
    if (written !== undefined && request.method === 'POST')
      return answerTopic(world, Number(written), JSON.parse(request.body) as Record<string, unknown>);
    return refuse(404, 'not-found', 'Invalid API call');
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
