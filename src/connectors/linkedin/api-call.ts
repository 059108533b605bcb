import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { refusalOfFailure, retryAfterSeconds } from '../contract/http-outcome';
import { readJson } from '../contract/read-json';
import { ACCESS_TOKEN, API_VERSION } from './manifest';

const TIMEOUT_MS = 20_000;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface LinkedinCall {
  method: 'GET' | 'POST';
  /** From `/rest` on; names within are percent-encoded. */
  path: string;
  body?: Readonly<Record<string, unknown>>;
}
export type LinkedinAnswer =
  | { outcome: 'answered'; json: unknown; headers: Readonly<Record<string, string>> }
  | Refusal;

/** Calls LinkedIn as the connected member, in one of its monthly versions; the token travels in a header. */
export async function callLinkedin(
  baseUrl: string,
  call: LinkedinCall,
  channel: ChannelAccess,
  { http }: Outbound,
  now: Date,
): Promise<LinkedinAnswer> {
  const token = channel.secrets[ACCESS_TOKEN]?.[0];
  if (token === undefined) return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
  const answer = await http.request({
    method: call.method,
    url: `${baseUrl.replace(/\/+$/, '')}/rest/${call.path}`,
    headers: {
      authorization: `Bearer ${token}`,
      'linkedin-version': API_VERSION,
      'x-restli-protocol-version': '2.0.0',
      ...(call.body && { 'content-type': 'application/json' }),
    },
    ...(call.body && { body: JSON.stringify(call.body) }),
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) return refusalOfFailure(answer.refusal);
  const { status, headers, bytes } = answer.value;
  return status >= 200 && status < 300
    ? { outcome: 'answered', json: readJson(bytes), headers }
    : refusalOfAnswer(answer.value, now);
}

const errorBody = z.object({ message: z.string().nullish(), code: z.string().nullish() });

function refusalOfAnswer({ status, headers, bytes }: OutboundResponse, now: Date): Refusal {
  const told = errorBody.safeParse(readJson(bytes)).data;
  const words = [`HTTP ${status}`, told?.code, told?.message].filter(Boolean);
  const detail = words.join(' ').slice(0, 500).toWellFormed();
  if (status === 429) {
    // Limits are counted by the day, which ends at midnight UTC.
    const untilMidnight = Math.ceil((DAY_MS - (now.getTime() % DAY_MS)) / 1000);
    const retryAfter = retryAfterSeconds(headers, now) ?? untilMidnight;
    return { outcome: 'retry', reason: 'rate_limited', retryAfter, detail };
  }
  if (status >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  if (status === 401)
    return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true, detail };
  return { outcome: 'failed', reason: reasonOf(status, detail), detail };
}

function reasonOf(status: number, detail: string): string {
  if (/duplicate/i.test(detail)) return 'duplicate_text';
  if (/comments? (are|is) (disabled|restricted|closed)/i.test(detail)) return 'thread_closed';
  if (/exceed|too long|maximum length/i.test(detail)) return 'text_too_long';
  if (status === 403) return 'permission_missing';
  return status === 404 || status === 410 ? 'thread_gone' : 'network_refused';
}
