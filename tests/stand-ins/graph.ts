import { createHmac } from 'node:crypto';
import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';

export interface GraphWorld {
  pageId: string;
  accessToken: string;
  appSecret: string;
  /** Posts and comments that exist. */
  objects: readonly string[];
  /** People by PSID, and when they last wrote. */
  people: Readonly<Record<string, Date>>;
}

export interface SentFile {
  type: string;
  metadata?: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface GraphStandIn {
  /** To give as `graphBaseUrl`. */
  url: string;
  calls: ReceivedRequest[];
  /** Replies that were accepted: the edge's object, its text, and the tag if one was used. */
  accepted: { target: string; text: string; tag?: string; file?: SentFile }[];
  /** The next `times` calls are answered so; `after` as many that are served. */
  failNext(times: number, answer: Answer, after?: number): void;
  /** The next `times` calls meet Meta's rate limit (613), with its usage header. */
  limitNext(times: number, minutesToRegain: number): void;
  close(): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;

function refuse(code: number, message: string, subcode?: number, status = 400): Answer {
  const error = { message: `(#${code}) ${message}`, type: 'OAuthException', code, fbtrace_id: 'AbCdEf' };
  return { status, body: { error: subcode === undefined ? error : { ...error, error_subcode: subcode } } };
}

function checkCredentials(
  world: GraphWorld,
  request: ReceivedRequest,
  body: Record<string, unknown>,
): Answer | null {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined)
    return refuse(104, 'An access token is required to request this resource', undefined, 401);
  if (token !== world.accessToken)
    return refuse(190, 'Error validating access token: The session has been invalidated', 460, 401);
  const proof = createHmac('sha256', world.appSecret).update(token).digest('hex');
  if (body.appsecret_proof === undefined)
    return refuse(100, 'API calls from the server require an appsecret_proof argument');
  return body.appsecret_proof === proof
    ? null
    : refuse(100, 'Invalid appsecret_proof provided in the API argument');
}

type Outcome = { answer: Answer; accepted?: GraphStandIn['accepted'][number] };

function comment(world: GraphWorld, target: string, body: Record<string, unknown>): Outcome {
  if (!world.objects.includes(target))
    return { answer: refuse(100, `Unsupported post request. Object with ID '${target}' does not exist`, 33) };
  const text = body.message;
  if (typeof text !== 'string' || text === '')
    return { answer: refuse(100, 'Missing message or attachment') };
  if (text.length > 8000)
    return { answer: refuse(100, 'Param message must be at most 8000 characters long') };
  return {
    answer: { status: 200, body: { id: `${target.split('_').at(-1)}_9001` } },
    accepted: { target, text },
  };
}

function isWithin(since: Date, hours: number): boolean {
  return Date.now() - since.getTime() <= hours * HOUR_MS;
}

function checkWindow(body: Record<string, unknown>, since: Date): Answer | null {
  const outside = refuse(10, 'This message is sent outside of allowed window.', 2018278);
  if (body.messaging_type === 'RESPONSE') return isWithin(since, 24) ? null : outside;
  if (body.messaging_type !== 'MESSAGE_TAG') return refuse(100, 'messaging_type is required', 2018001);
  if (body.tag !== 'HUMAN_AGENT') return refuse(100, 'Invalid message tag', 2018276);
  return isWithin(since, 168) ? null : outside;
}

function message(world: GraphWorld, pageId: string, body: Record<string, unknown>): Outcome {
  if (pageId !== world.pageId) return { answer: refuse(200, 'You do not have permission to use this page') };
  const recipient = (body.recipient ?? {}) as { id?: string; comment_id?: string };
  const said = (body.message ?? {}) as { text?: unknown; attachment?: { type?: string }; metadata?: string };
  const { file, refused } = readFile(said, body.filedata as Uploaded | undefined);
  if (refused) return { answer: refused };
  const text = file ? '' : said.text;
  if (typeof text !== 'string' || (text === '' && !file))
    return { answer: refuse(100, 'message cannot be empty', 2018034) };
  if (text.length > 2000)
    return { answer: refuse(100, 'Length of param message[text] must be less than or equal to 2000') };
  const since = recipient.id === undefined ? undefined : world.people[recipient.id];
  const isKnown = since !== undefined || world.objects.includes(recipient.comment_id ?? '');
  if (!isKnown) return { answer: refuse(100, 'No matching user found', 2018001) };
  const closed = since === undefined ? null : checkWindow(body, since);
  if (closed !== null) return { answer: closed };
  const target = recipient.id ?? recipient.comment_id ?? '';
  const tag = typeof body.tag === 'string' ? { tag: body.tag } : {};
  return {
    answer: { status: 200, body: { recipient_id: target, message_id: file ? 'm_file_1' : 'm_sent_1' } },
    accepted: { target, text, ...tag, ...(file && { file }) },
  };
}

/** One file as `filedata`, no text beside it, 25 MB at most. */
function readFile(
  said: { text?: unknown; attachment?: { type?: string }; metadata?: string },
  file: Uploaded | undefined,
): { file?: SentFile; refused?: Answer } {
  if (!said.attachment && !file) return {};
  const type = said.attachment?.type ?? '';
  if (!file || !['image', 'video', 'audio', 'file'].includes(type))
    return {
      refused: refuse(100, 'Incorrect number of files uploaded. Must upload exactly one file.', 2018005),
    };
  if (said.text !== undefined)
    return { refused: refuse(100, 'Cannot specify both attachment and text in a message', 2018009) };
  if (file.bytes.length > 25_000_000)
    return { refused: refuse(100, 'Attachment size exceeds allowable limit', 2018047) };
  const { name, contentType, bytes } = file;
  return {
    file: { type, ...(said.metadata !== undefined && { metadata: said.metadata }), name, contentType, bytes },
  };
}

interface Uploaded {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

/** The fields of a request, whose JSON parts are read; a form's file is read too, and its proof stands in the address. */
async function readFields(request: ReceivedRequest): Promise<Record<string, unknown>> {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) return JSON.parse(request.body);
  const form = await new Response(new Uint8Array(request.bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  const fields: Record<string, unknown> = Object.fromEntries(
    new URL(request.url, 'http://graph').searchParams,
  );
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value.startsWith('{') ? JSON.parse(value) : value;
    else {
      const bytes = new Uint8Array(await value.arrayBuffer());
      fields[name] = { name: value.name, contentType: value.type, bytes } satisfies Uploaded;
    }
  }
  return fields;
}

/** The page itself, and what the token was granted. */
function read(world: GraphWorld, request: ReceivedRequest): Answer {
  const url = new URL(request.url, 'http://graph');
  const refused = checkCredentials(world, request, Object.fromEntries(url.searchParams));
  if (refused !== null) return refused;
  const [, path] = /^\/v\d+\.\d+\/([^/?]+)$/.exec(url.pathname) ?? [];
  if (path === 'debug_token')
    return { status: 200, body: { data: { expires_at: 0, scopes: ['pages_messaging'], is_valid: true } } };
  if (path === world.pageId)
    return { status: 200, body: { id: world.pageId, name: 'Nordlicht', username: 'nordlicht' } };
  return refuse(100, `Unsupported get request. Object with ID '${path}' does not exist`, 33);
}

/** A Graph API that refuses what Meta documents: token, proof, unknown ids, lengths, the reply window, rate limits. */
export async function startGraph(world: GraphWorld): Promise<GraphStandIn> {
  const calls: ReceivedRequest[] = [];
  const accepted: GraphStandIn['accepted'] = [];
  let failing: { times: number; answer: Answer; after?: number } = { times: 0, answer: { status: 500 } };

  const server = await startLocalServer(async (request) => {
    calls.push(request);
    if (failing.after) failing = { ...failing, after: failing.after - 1 };
    else if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return failing.answer;
    }
    const [, target, edge] = /^\/v\d+\.\d+\/([^/?]+)\/(comments|messages)(?:\?|$)/.exec(request.url) ?? [];
    if (request.method === 'GET') return read(world, request);
    if (request.method !== 'POST' || target === undefined) return refuse(2500, 'Unknown path components');
    const body = await readFields(request);
    const refused = checkCredentials(world, request, body);
    if (refused !== null) return refused;
    const id = decodeURIComponent(target);
    const outcome = edge === 'comments' ? comment(world, id, body) : message(world, id, body);
    if (outcome.accepted) accepted.push(outcome.accepted);
    return outcome.answer;
  });

  return {
    url: server.url,
    calls,
    accepted,
    failNext: (times, answer, after = 0) => {
      failing = { times, answer, after };
    },
    limitNext: (times, minutesToRegain) => {
      const usage = {
        [world.pageId]: [
          { type: 'messenger', call_count: 100, estimated_time_to_regain_access: minutesToRegain },
        ],
      };
      const headers = { 'x-business-use-case-usage': JSON.stringify(usage) };
      failing = {
        times,
        answer: { ...refuse(613, 'Calls to this api have exceeded the rate limit.'), headers },
      };
    },
    close: server.close,
  };
}
