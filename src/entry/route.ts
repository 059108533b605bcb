import type { z } from 'zod';
import { AppError } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { MemberContext } from '@/platform/context/context';
import type { UseCase } from '@/platform/context/use-case';
import { env } from '@/platform/env';
import { authoriseApiKey, authoriseSession, requireContext } from './authorise';
import { execute, requirePermission } from './execute';
import { guessSession } from './guess-session';
import { answerOnce, answerUnrecorded } from './idempotency';
import { jsonResponse } from './json-response';
import { parseInput } from './parse-input';
import { problemResponse } from './problem';
import { countRequest } from './rate-limit';
import { readBody } from './read-body';

/** What the API's description is generated from; hung on every handler. */
export interface EndpointFacts {
  summary: string;
  permission: string;
  input: z.ZodType;
  output: z.ZodType | null;
  status: number;
  isWrite: boolean;
  /** Where the request's body, or the answer, is a file and not JSON. */
  body?: 'file';
  answer?: 'file';
}

export interface RouteArguments {
  params: Promise<Record<string, string>>;
}

/** A web-standard handler: Next.js or the plain server in front of it can host it. */
export type RouteHandler = ((request: Request, route: RouteArguments) => Promise<Response>) & {
  endpoint: EndpointFacts;
};

export interface ReadEndpoint<Input, Output, RawInput> {
  summary: string;
  permission: string;
  input: z.ZodType<Input, RawInput>;
  output: z.ZodType<Output>;
  run(context: MemberContext, input: Input): Promise<Output>;
}

/** A GET: path and query parameters in, JSON out. */
export function readRoute<Input, Output, RawInput>(
  endpoint: ReadEndpoint<Input, Output, RawInput>,
): RouteHandler {
  const read: Handle = async (context, request, params) => {
    requirePermission(context, endpoint.permission);
    const input = parseInput(endpoint.input, { ...queryOf(request), ...params });
    return jsonResponse(checked(endpoint.output, await endpoint.run(context, input)));
  };
  const handle = authorisedHandler(read, { isRead: true });
  const { summary, permission, input, output } = endpoint;
  return Object.assign(handle, {
    endpoint: { summary, permission, input, output, status: 200, isWrite: false },
  });
}

export interface WriteOptions<Output> {
  summary: string;
  output?: z.ZodType<Output>;
  /** 204 where nothing is answered, else 200 unless said. */
  status?: number;
  /** Its answer holds a secret: it is never recorded, so an `Idempotency-Key` is refused. */
  holdsSecret?: boolean;
}

/** A POST, PUT, PATCH or DELETE: path parameters and JSON body together are the use-case's input. */
export function writeRoute<Input, Output, RawInput>(
  useCase: UseCase<Input, Output, RawInput>,
  options: WriteOptions<Output>,
): RouteHandler {
  const status = options.status ?? (options.output ? 200 : 204);
  const handle = authorisedHandler(async (context, request, params) => {
    const body = await bodyOf(request);
    const raw = { ...body, ...params };
    const work = async () => {
      const output = await execute(useCase, context, raw);
      return { status, body: options.output ? checked(options.output, output) : null };
    };
    const answer = await (options.holdsSecret ? answerUnrecorded : answerOnce)(context, request, raw, work);
    const headers: HeadersInit = answer.isReplay ? [['idempotency-replayed', 'true']] : [];
    const init = { status: answer.status, headers };
    return answer.body === null ? new Response(null, init) : Response.json(answer.body, init);
  });
  return Object.assign(handle, {
    endpoint: {
      summary: options.summary,
      permission: useCase.permission,
      input: useCase.input,
      output: options.output ?? null,
      status,
      isWrite: true,
    },
  });
}

type Handle = (context: MemberContext, request: Request, params: Record<string, string>) => Promise<Response>;

interface HandlerOptions {
  isWorkspaceInQuery?: boolean;
  /** Only reads, by statements alone: may be tried on a guess. */
  isRead?: boolean;
}

/** Who asks is proved before anything leaves; whatever is thrown becomes a problem in the one form. */
export function authorisedHandler(handle: Handle, options: HandlerOptions = {}) {
  return async (request: Request, route: RouteArguments): Promise<Response> => {
    const requestId = newId();
    let headers: Record<string, string> = {};
    try {
      const params = await route.params;
      let response = options.isRead ? await answerOnGuess(handle, request, params, requestId) : null;
      if (!response) {
        const proof = await authorise(request, requestId, options.isWorkspaceInQuery === true);
        headers = proof.headers;
        response = await handle(proof.context, request, params);
      }
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      response.headers.set('x-request-id', requestId);
      response.headers.set('cache-control', 'private, no-store');
      return response;
    } catch (error) {
      return problemResponse(error, requestId, headers);
    }
  };
}

/**
 * The read, with the question who asks in its own flush. Null where nothing is known of the session yet or anything
 * about it has changed: what was read is forgotten then, a refusal too.
 */
async function answerOnGuess(
  handle: Handle,
  request: Request,
  params: Record<string, string>,
  requestId: string,
): Promise<Response | null> {
  if (request.headers.has('authorization')) return null;
  const { headers } = request;
  const guess = await guessSession(headers.get('cookie'), headers.get('rapport-workspace'), requestId);
  if (!guess) return null;
  const answer = handle(guess.context, request, params);
  await Promise.allSettled([answer]);
  return (await guess.prove()) ? answer : null;
}

/**
 * A bearer key names its workspace; a browser session names it in the header `rapport-workspace`, which no
 * foreign page can send without a preflight we never grant (that is the protection against forged requests).
 */
async function authorise(request: Request, requestId: string, isWorkspaceInQuery: boolean) {
  const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer) {
    const { keyId, context } = await authoriseApiKey(bearer, requestId);
    return { context, headers: await countRequest(keyId) };
  }
  const inQuery = isWorkspaceInQuery ? new URL(request.url).searchParams.get('workspace') : null;
  const slug = request.headers.get('rapport-workspace') ?? inQuery;
  const authorised = await authoriseSession(request.headers.get('cookie'), slug, requestId);
  return { context: requireContext(authorised), headers: {} };
}

export function queryOf(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const { searchParams } = new URL(request.url);
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length > 1 ? values : (values[0] ?? '');
  }
  return query;
}

const MAX_BODY_BYTES = 1_000_000;

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const text = new TextDecoder().decode(await readBody(request, MAX_BODY_BYTES));
  if (text.trim() === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new AppError('invalid_input', 'invalid_json');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new AppError('invalid_input', 'invalid_json');
  }
  return body as Record<string, unknown>;
}

/** What leaves is parsed too, outside production: a field nobody declared is a leak or a mistake. */
function checked<Output>(schema: z.ZodType<Output>, output: Output): Output {
  return env().NODE_ENV === 'production' ? output : schema.parse(output);
}
