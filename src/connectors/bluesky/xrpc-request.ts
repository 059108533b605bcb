import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { Refusal } from '../contract';
import { refusalOfFailure, retryAfterSeconds } from '../contract/http-outcome';
import { readJson } from '../contract/read-json';

const TIMEOUT_MS = 20_000;
const MAX_RESPONSE_BYTES = 8_000_000;
const DEFAULT_BACK_OFF_SECONDS = 60;

export interface XrpcRequest {
  method: 'GET' | 'POST';
  /** The lexicon's name, with its query: `app.bsky.feed.getPosts?uris=…`. */
  nsid: string;
  token?: string;
  /** JSON; or a file as it is. */
  body?: object | { bytes: Uint8Array; contentType: string };
}

/** One request as it is, without judging the answer. */
export async function requestXrpc(
  base: string,
  { method, nsid, token, body }: XrpcRequest,
  { http }: Outbound,
): Promise<OutboundResponse | Refusal> {
  const file = body !== undefined && 'bytes' in body && body.bytes instanceof Uint8Array ? body : undefined;
  const contentType = file ? String(file.contentType) : body && 'application/json';
  const answer = await http.request({
    method,
    url: `${base}/xrpc/${nsid}`,
    headers: {
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(contentType && { 'content-type': contentType }),
    },
    ...(body && { body: file ? (file.bytes as Uint8Array) : JSON.stringify(body) }),
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: MAX_RESPONSE_BYTES,
  });
  return answer.ok ? answer.value : refusalOfFailure(answer.refusal);
}

const problem = z.object({ error: z.string().nullish(), message: z.string().nullish() });

/** The lexicon's name of what went wrong; empty where the answer names none. */
export function errorOf({ bytes }: OutboundResponse): string {
  return problem.safeParse(readJson(bytes)).data?.error ?? '';
}

const REASONS: Readonly<Record<string, { reason: string; needsReconnect?: true }>> = {
  AuthFactorTokenRequired: { reason: 'app_password_needed', needsReconnect: true },
  AuthenticationRequired: { reason: 'access_token_invalid', needsReconnect: true },
  AuthMissing: { reason: 'access_token_invalid', needsReconnect: true },
  ExpiredToken: { reason: 'access_token_invalid', needsReconnect: true },
  InvalidToken: { reason: 'access_token_invalid', needsReconnect: true },
  BadJwt: { reason: 'access_token_invalid', needsReconnect: true },
  AccountTakedown: { reason: 'account_suspended', needsReconnect: true },
  AccountDeactivated: { reason: 'account_suspended', needsReconnect: true },
  RepoTakendown: { reason: 'account_suspended', needsReconnect: true },
  RepoDeactivated: { reason: 'account_suspended', needsReconnect: true },
  NotFound: { reason: 'thread_gone' },
  RecordNotFound: { reason: 'thread_gone' },
  BlobTooLarge: { reason: 'attachment_refused' },
  InvalidMimeType: { reason: 'attachment_refused' },
  ScopeMissing: { reason: 'permission_missing' },
};

/** What an answer that is no success means: what passes is tried again, what lasts names its reason. */
export function refusalOfXrpc(answer: OutboundResponse, now: Date): Refusal {
  const { status, headers } = answer;
  const told = problem.safeParse(readJson(answer.bytes)).data;
  const words = [`HTTP ${status}`, told?.error, told?.message].filter(Boolean);
  const detail = words.join(' ').slice(0, 500).toWellFormed();
  if (status === 429 || told?.error === 'RateLimitExceeded')
    return { outcome: 'retry', reason: 'rate_limited', retryAfter: backOffSeconds(headers, now), detail };
  if (status >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  const known = REASONS[told?.error ?? ''] ?? (status === 401 ? REASONS.AuthMissing : undefined);
  return { outcome: 'failed', detail, ...(known ?? { reason: 'network_refused' }) };
}

const wholeNumber = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);

/** What the `ratelimit-…` headers say; `resetsAt` from seconds since 1970. */
export function limitOf(
  headers: Readonly<Record<string, string>>,
): { remaining: number; limit: number | undefined; resetsAt: Date } | null {
  const remaining = wholeNumber.safeParse(headers['ratelimit-remaining']).data;
  const resets = wholeNumber.safeParse(headers['ratelimit-reset']).data;
  if (remaining === undefined || resets === undefined) return null;
  const limit = wholeNumber.safeParse(headers['ratelimit-limit']).data;
  return { remaining, limit, resetsAt: new Date(resets * 1000) };
}

function backOffSeconds(headers: Readonly<Record<string, string>>, now: Date): number {
  const told = retryAfterSeconds(headers, now);
  const resetsAt = limitOf(headers)?.resetsAt.getTime();
  const untilReset =
    resetsAt === undefined ? DEFAULT_BACK_OFF_SECONDS : Math.ceil((resetsAt - now.getTime()) / 1000);
  return told ?? Math.max(1, untilReset);
}
