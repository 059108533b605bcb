import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';

export interface ForumPost {
  id: number;
  topic_id: number;
  post_number: number;
  username: string;
  raw: string;
  created_at: string;
  updated_at: string;
  version?: number;
  reply_to_post_number?: number | null;
}

export interface DiscourseWorld {
  apiKey: string;
  username: string;
  /** Newest last. */
  posts: ForumPost[];
  closedTopics: readonly number[];
  /** `min_post_length` and `max_post_length`. */
  minLength: number;
  maxLength: number;
}

export interface DiscourseStandIn {
  /** To give as `baseUrl`. */
  url: string;
  calls: ReceivedRequest[];
  failNext(times: number, answer: Answer): void;
  close(): Promise<void>;
}

const PAGE = 50;

function refuse(status: number, errors: string[], errorType?: string, extras?: object): Answer {
  return { status, body: { errors, ...(errorType && { error_type: errorType }), ...(extras && { extras }) } };
}

function checkKey(world: DiscourseWorld, { headers }: ReceivedRequest): Answer | null {
  const isOurs =
    headers['api-key'] === world.apiKey &&
    headers['api-username']?.toLowerCase() === world.username.toLowerCase();
  if (isOurs) return null;
  const told = 'You are not permitted to view the requested resource. The API username or key is invalid.';
  return refuse(403, [told], 'invalid_access');
}

function listPosts(world: DiscourseWorld, url: URL): Answer {
  const before = Number(url.searchParams.get('before') ?? Number.POSITIVE_INFINITY);
  const newestFirst = [...world.posts].sort((left, right) => right.id - left.id);
  const page = newestFirst.filter(({ id }) => id <= before).slice(0, PAGE);
  const latest = page.map((post) => ({
    post_type: 1,
    version: 1,
    topic_slug: 'zelt',
    topic_title: 'Wann kommt das Zelt?',
    cooked: `<p>${post.raw}</p>`,
    user_id: 7,
    name: 'Jonas Weber',
    reply_to_post_number: null,
    ...post,
  }));
  return { status: 200, body: { latest_posts: latest } };
}

function createPost(world: DiscourseWorld, body: Record<string, unknown>): Answer {
  const { raw, topic_id: topicId, reply_to_post_number: answers } = body;
  const invalid = (text: string): Answer => ({
    status: 422,
    body: { action: 'create_post', errors: [text] },
  });
  if (typeof raw !== 'string' || typeof topicId !== 'number') return invalid("Body can't be blank");
  const topic = world.posts.filter((post) => post.topic_id === topicId);
  if (topic.length === 0)
    return refuse(404, ['The requested URL or resource could not be found.'], 'not_found');
  if (world.closedTopics.includes(topicId)) return invalid('That topic is closed to new replies.');
  if (raw.length < world.minLength)
    return invalid(`Body is too short (minimum is ${world.minLength} characters)`);
  if (raw.length > world.maxLength)
    return invalid(`Body is limited to ${world.maxLength} characters; you entered ${raw.length}.`);
  if (world.posts.some((post) => post.username === world.username && post.raw === raw))
    return invalid('Body is too similar to what you recently posted');
  const at = new Date().toISOString();
  const post: ForumPost = {
    id: Math.max(...world.posts.map(({ id }) => id)) + 1,
    topic_id: topicId,
    post_number: Math.max(...topic.map((one) => one.post_number)) + 1,
    username: world.username,
    raw,
    created_at: at,
    updated_at: at,
    reply_to_post_number: typeof answers === 'number' ? answers : null,
  };
  world.posts.push(post);
  return { status: 200, body: post };
}

/** A forum that refuses what Discourse refuses: a wrong key, a closed or unknown topic, lengths, the same text again. */
export async function startDiscourse(world: DiscourseWorld): Promise<DiscourseStandIn> {
  const calls: ReceivedRequest[] = [];
  let failing: { times: number; answer: Answer } = { times: 0, answer: { status: 500 } };
  const server = await startLocalServer((request) => {
    calls.push(request);
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return failing.answer;
    }
    const refused = checkKey(world, request);
    if (refused !== null) return refused;
    const url = new URL(request.url, 'http://forum');
    if (request.method === 'GET' && url.pathname === '/posts.json') return listPosts(world, url);
    if (request.method === 'POST' && url.pathname === '/posts.json')
      return createPost(world, JSON.parse(request.body) as Record<string, unknown>);
    if (request.method === 'GET' && url.pathname === '/session/current.json')
      return {
        status: 200,
        body: { current_user: { id: 42, username: world.username, name: 'Rapport GmbH' } },
      };
    return refuse(404, ['The requested URL or resource could not be found.'], 'not_found');
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
