import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { refusalOfFailure, retryAfterSeconds } from '../contract/http-outcome';
import { readJson } from '../contract/read-json';
import { ACCESS_TOKEN } from './manifest';

const TIMEOUT_MS = 20_000;
const MAX_RESPONSE_BYTES = 8_000_000;
const DEFAULT_BACK_OFF_SECONDS = 60;
const PROFILE_HOST = '://mybusiness.googleapis.com';

/** Google spreads this API over several hosts; another base address (a gateway, a test) stands for all of them. */
export function hostFor(baseUrl: string, name: 'oauth2' | 'mybusinessbusinessinformation'): string {
  return baseUrl.replace(/\/+$/, '').replace(PROFILE_HOST, `://${name}.googleapis.com`);
}

export interface GoogleCall {
  method: 'GET' | 'PUT';
  /** Whole, with its query. */
  url: string;
  body?: Readonly<Record<string, unknown>>;
}
export type GoogleAnswer = { outcome: 'answered'; json: unknown } | Refusal;

/** Asks Google as the admin who agreed; the token travels in a header. */
export async function callGoogle(
  call: GoogleCall,
  channel: ChannelAccess,
  { http }: Outbound,
  now: Date,
): Promise<GoogleAnswer> {
  const token = channel.secrets[ACCESS_TOKEN]?.[0];
  if (token === undefined) return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
  const answer = await http.request({
    method: call.method,
    url: call.url,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(call.body && { 'content-type': 'application/json' }),
    },
    ...(call.body && { body: JSON.stringify(call.body) }),
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: MAX_RESPONSE_BYTES,
  });
  if (!answer.ok) return refusalOfFailure(answer.refusal);
  const { status, bytes } = answer.value;
  return status >= 200 && status < 300
    ? { outcome: 'answered', json: readJson(bytes) }
    : refusalOfAnswer(answer.value, now);
}

const errorBody = z.object({
  error: z.object({ status: z.string().nullish(), message: z.string().nullish() }),
});

function refusalOfAnswer({ status, headers, bytes }: OutboundResponse, now: Date): Refusal {
  const told = errorBody.safeParse(readJson(bytes)).data?.error;
  const words = [`HTTP ${status}`, told?.status, told?.message].filter(Boolean);
  const detail = words.join(' ').slice(0, 500).toWellFormed();
  if (status === 429) {
    const retryAfter = retryAfterSeconds(headers, now) ?? DEFAULT_BACK_OFF_SECONDS;
    return { outcome: 'retry', reason: 'rate_limited', retryAfter, detail };
  }
  if (status >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  if (status === 401)
    return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true, detail };
  if (status === 403) return { outcome: 'failed', reason: 'permission_missing', detail };
  return { outcome: 'failed', reason: status === 404 ? 'thread_gone' : 'network_refused', detail };
}
