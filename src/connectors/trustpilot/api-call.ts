import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { refusalOfFailure, retryAfterSeconds } from '../contract/http-outcome';
import { readJson } from '../contract/read-json';
import { ACCESS_TOKEN } from './manifest';

const TIMEOUT_MS = 20_000;
const MAX_RESPONSE_BYTES = 8_000_000;
const DEFAULT_BACK_OFF_SECONDS = 60;

export interface TrustpilotCall {
  method: 'GET' | 'POST';
  /** From `/v1/private` on, with its query. */
  path: string;
  body?: Readonly<Record<string, unknown>>;
}
export type TrustpilotAnswer = { outcome: 'answered'; json: unknown } | { outcome: 'gone' } | Refusal;

/** Asks the private API as the application; what is no longer there is `gone`, which may be news or a refusal. */
export async function callTrustpilot(
  baseUrl: string,
  call: TrustpilotCall,
  channel: ChannelAccess,
  { http }: Outbound,
  now: Date,
): Promise<TrustpilotAnswer> {
  const token = channel.secrets[ACCESS_TOKEN]?.[0];
  if (token === undefined) return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
  const answer = await http.request({
    method: call.method,
    url: `${baseUrl.replace(/\/+$/, '')}/v1/private/${call.path}`,
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
  if (status >= 200 && status < 300) return { outcome: 'answered', json: readJson(bytes) };
  if (status === 404 || status === 410) return { outcome: 'gone' };
  return refusalOfAnswer(answer.value, now);
}

const errorBody = z.object({ message: z.string().nullish(), details: z.string().nullish() });

function refusalOfAnswer({ status, headers, bytes }: OutboundResponse, now: Date): Refusal {
  const told = errorBody.safeParse(readJson(bytes)).data;
  const words = [`HTTP ${status}`, told?.message, told?.details].filter(Boolean);
  const detail = words.join(' ').slice(0, 500).toWellFormed();
  if (status === 429) {
    const retryAfter = retryAfterSeconds(headers, now) ?? DEFAULT_BACK_OFF_SECONDS;
    return { outcome: 'retry', reason: 'rate_limited', retryAfter, detail };
  }
  if (status >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  if (status === 401)
    return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true, detail };
  return { outcome: 'failed', reason: status === 403 ? 'permission_missing' : 'network_refused', detail };
}
