import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import type { Budget } from '../contract/asking';
import { refusalOfFailure, retryAfterSeconds } from '../contract/http-outcome';
import { readJson } from '../contract/read-json';
import { ACCESS_TOKEN } from './manifest';

const TIMEOUT_MS = 20_000;
const DEFAULT_BACK_OFF_SECONDS = 60;

export interface XCall {
  method: 'GET' | 'POST' | 'DELETE';
  /** From `/2` on, with its query. */
  path: string;
  body?: Readonly<Record<string, unknown>>;
}
export type XAnswer = { outcome: 'answered'; json: unknown; budgets: readonly Budget[] } | Refusal;

/**
 * Calls the X API as the connected account, the token in a header.
 * @param baseUrl for example `https://api.x.com`
 */
export async function callX(
  baseUrl: string,
  call: XCall,
  channel: ChannelAccess,
  { http }: Outbound,
  now: Date,
): Promise<XAnswer> {
  const token = channel.secrets[ACCESS_TOKEN]?.[0];
  if (token === undefined) return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
  const answer = await http.request({
    method: call.method,
    url: `${baseUrl.replace(/\/+$/, '')}/2/${call.path}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(call.body && { 'content-type': 'application/json' }),
    },
    ...(call.body && { body: JSON.stringify(call.body) }),
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) return refusalOfFailure(answer.refusal);
  const { status, headers, bytes } = answer.value;
  if (status < 200 || status > 299) return refusalOfAnswer(answer.value, now);
  const scope = call.method === 'GET' ? 'read' : 'send';
  return { outcome: 'answered', json: readJson(bytes), budgets: budgetsOf(headers, scope) };
}

const number = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);

/** What X says is left of its limit, and when it begins anew. */
function budgetsOf(headers: Readonly<Record<string, string>>, scope: Budget['scope']): Budget[] {
  const remaining = number.safeParse(headers['x-rate-limit-remaining']).data;
  const resets = number.safeParse(headers['x-rate-limit-reset']).data;
  if (remaining === undefined || resets === undefined) return [];
  const limit = number.safeParse(headers['x-rate-limit-limit']).data;
  return [{ scope, remaining, ...(limit !== undefined && { limit }), resetsAt: new Date(resets * 1000) }];
}

/** X sends no `Retry-After`, but the second its window ends; a day's limit ends later than that of a quarter of an hour. */
function backOffSeconds(headers: Readonly<Record<string, string>>, now: Date): number {
  const isDaySpent =
    headers['x-user-limit-24hour-remaining'] === '0' || headers['x-app-limit-24hour-remaining'] === '0';
  const names = isDaySpent
    ? ['x-user-limit-24hour-reset', 'x-app-limit-24hour-reset', 'x-rate-limit-reset']
    : ['x-rate-limit-reset'];
  for (const name of names) {
    const resets = number.safeParse(headers[name]).data;
    if (resets !== undefined) return Math.max(1, Math.ceil(resets - now.getTime() / 1000));
  }
  return retryAfterSeconds(headers, now) ?? DEFAULT_BACK_OFF_SECONDS;
}

const problem = z.object({
  title: z.string().nullish(),
  detail: z.string().nullish(),
  type: z.string().nullish(),
  reason: z.string().nullish(),
  errors: z
    .array(z.object({ message: z.string().nullish() }))
    .max(50)
    .nullish(),
});

function refusalOfAnswer({ status, headers, bytes }: OutboundResponse, now: Date): Refusal {
  const told = problem.safeParse(readJson(bytes)).data;
  const words = [told?.title, told?.detail, ...(told?.errors ?? []).map(({ message }) => message)];
  const detail = [`HTTP ${status}`, ...words].filter(Boolean).join(' ').slice(0, 500).toWellFormed();
  const kind = told?.type?.split('/').at(-1);
  if (kind === 'usage-capped') return { outcome: 'failed', reason: 'usage_capped', detail };
  if (status === 429)
    return { outcome: 'retry', reason: 'rate_limited', retryAfter: backOffSeconds(headers, now), detail };
  if (status >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  if (status === 401)
    return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true, detail };
  if (status === 402) return { outcome: 'failed', reason: 'credit_used_up', detail };
  return { outcome: 'failed', reason: reasonOf(status, kind, detail), detail };
}

function reasonOf(status: number, kind: string | undefined, detail: string): string {
  if (/duplicate content/i.test(detail)) return 'duplicate_text';
  if (/deleted or not visible|resource-not-found/i.test(`${detail} ${kind}`) || status === 404)
    return 'thread_gone';
  if (/not permitted to reply|reply to this|restricted who can reply/i.test(detail)) return 'thread_closed';
  if (/cannot send messages|dm participants|direct messages/i.test(detail)) return 'recipient_unavailable';
  if (/too long|exceeds/i.test(detail)) return 'text_too_long';
  return status === 403 ? 'permission_missing' : 'network_refused';
}
