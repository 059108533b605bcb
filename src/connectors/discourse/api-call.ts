import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { refusalOfFailure, retryAfterSeconds } from '../contract/http-outcome';
import { isRecord, readJson } from '../contract/read-json';
import { API_KEY, discourseSettings } from './manifest';

const TIMEOUT_MS = 20_000;
const MAX_RESPONSE_BYTES = 8_000_000;
const DEFAULT_BACK_OFF_SECONDS = 60;

export interface DiscourseCall {
  method: 'GET' | 'POST';
  /** With its query, from the forum's root. */
  path: string;
  body?: Readonly<Record<string, unknown>>;
}
export type DiscourseAnswer = { outcome: 'answered'; json: unknown } | Refusal;

/** Asks the forum as the channel's account, the key in a header; what it refuses becomes a refusal. */
export async function callDiscourse(
  call: DiscourseCall,
  channel: ChannelAccess,
  { http }: Outbound,
  now: Date,
): Promise<DiscourseAnswer> {
  const settings = discourseSettings.safeParse(channel.settings);
  if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
  const key = channel.secrets[API_KEY]?.[0];
  if (key === undefined) return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
  const answer = await http.request({
    method: call.method,
    url: `${settings.data.baseUrl.replace(/\/+$/, '')}${call.path}`,
    headers: {
      accept: 'application/json',
      'api-key': key,
      'api-username': settings.data.username,
      ...(call.body && { 'content-type': 'application/json' }),
    },
    ...(call.body && { body: JSON.stringify(call.body) }),
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: MAX_RESPONSE_BYTES,
  });
  if (!answer.ok) return refusalOfFailure(answer.refusal);
  const { status } = answer.value;
  return status >= 200 && status < 300
    ? { outcome: 'answered', json: readJson(answer.value.bytes) }
    : refusalOfAnswer(answer.value, now);
}

const errorBody = z.object({
  errors: z.array(z.string()).max(100).nullish(),
  extras: z.object({ wait_seconds: z.number().min(0).max(1e9).nullish() }).nullish(),
});

/** A forum answers in its own language: what the sentences mean is known in two of them. */
const TOLD: readonly [RegExp, string][] = [
  [/too similar|zu ähnlich/i, 'duplicate_text'],
  [/too short|zu kurz|unclear|unklar/i, 'text_too_short'],
  [/too long|zu lang|limited to \d+ char/i, 'text_too_long'],
  [/closed|archived|geschlossen|archiviert/i, 'thread_closed'],
];

function refusalOfAnswer({ status, headers, bytes }: OutboundResponse, now: Date): Refusal {
  const json = readJson(bytes);
  const { errors, extras } = errorBody.safeParse(json).data ?? {};
  const detail = `HTTP ${status} ${(errors ?? []).join(' ')}`.trim().slice(0, 500).toWellFormed();
  if (status === 429) {
    const retryAfter = extras?.wait_seconds ?? retryAfterSeconds(headers, now) ?? DEFAULT_BACK_OFF_SECONDS;
    return { outcome: 'retry', reason: 'rate_limited', retryAfter: Math.ceil(retryAfter), detail };
  }
  if (status >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  if (status === 401 || (status === 403 && /api (username|key)/i.test(detail)))
    return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true, detail };
  if (status === 403) return { outcome: 'failed', reason: 'permission_missing', detail };
  if (status === 404 || status === 410) return { outcome: 'failed', reason: 'thread_gone', detail };
  const told = isRecord(json) ? TOLD.find(([words]) => words.test(detail))?.[1] : undefined;
  return { outcome: 'failed', reason: told ?? 'network_refused', detail };
}
