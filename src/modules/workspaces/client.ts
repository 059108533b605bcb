import { queryOptions } from '@tanstack/react-query';
import { AppError, type ErrorCode, errorCodes, type FieldError } from '@/kernel/errors';
import type { MemberSummary, TeamSummary } from './contract';

export type QueryValue = string | number | boolean | readonly (string | number)[] | null | undefined;

export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Lists go comma separated; null, undefined and empty lists are left out. */
  query?: Readonly<Record<string, QueryValue>>;
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Asks `api/v1` as the member of this workspace. Throws the AppError the server named: its code, reason, fields and
 * figures; `unavailable`/`offline` where nothing answered.
 * @param path below `/api/v1/`
 */
export async function callApi<Output>(slug: string, path: string, request: ApiRequest = {}): Promise<Output> {
  const { method = 'GET', query = {}, body, signal } = request;
  const isFile = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(`/api/v1/${path}${queryText(query)}`, {
      method,
      headers: {
        'rapport-workspace': slug,
        ...(body !== undefined && {
          'content-type': isFile ? body.type || 'application/octet-stream' : 'application/json',
        }),
      },
      ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new AppError('unavailable', 'offline', { cause: error });
  }
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as Output;
  return (await response.json()) as Output;
}

function queryText(query: Readonly<Record<string, QueryValue>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : value;
    if (text !== null && text !== undefined && text !== '') parameters.set(name, String(text));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

interface Problem {
  code?: string;
  reason?: string;
  fields?: FieldError[];
  params?: Record<string, string | number>;
}

async function problemOf(response: Response): Promise<AppError> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const code: ErrorCode = errorCodes.find((known) => known === problem.code) ?? 'internal';
  const retryAfter = Number(response.headers.get('retry-after'));
  return new AppError(code, problem.reason ?? code, {
    ...(problem.fields && { fields: problem.fields }),
    ...(problem.params && { params: problem.params }),
    ...(retryAfter > 0 && { retryAfter }),
  });
}

/** Worth asking again by itself: nobody answered, or the server asked for patience. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof AppError) || error.code === 'unavailable' || error.code === 'internal';
}

const DIRECTORY_STALE_MS = 5 * 60_000;

/** A member as it crosses the border: dates are text there. */
export type Member = Omit<MemberSummary, 'joinedAt'> & { joinedAt: string };

export function membersOptions(slug: string) {
  return queryOptions({
    queryKey: [slug, 'workspaces', 'members'],
    queryFn: ({ signal }) => callApi<{ data: Member[] }>(slug, 'members', { signal }),
    select: ({ data }) => data,
    staleTime: DIRECTORY_STALE_MS,
  });
}

export function teamsOptions(slug: string) {
  return queryOptions({
    queryKey: [slug, 'workspaces', 'teams'],
    queryFn: ({ signal }) => callApi<{ data: TeamSummary[] }>(slug, 'teams', { signal }),
    select: ({ data }) => data,
    staleTime: DIRECTORY_STALE_MS,
  });
}
