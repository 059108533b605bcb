import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { refusalOfFailure, retryAfterSeconds } from '../contract/http-outcome';
import { readJson } from '../contract/read-json';
import { API_TOKEN, nodebbSettings } from './manifest';

const TIMEOUT_MS = 20_000;
const MAX_RESPONSE_BYTES = 8_000_000;
const DEFAULT_BACK_OFF_SECONDS = 60;

export interface NodebbCall {
  method: 'GET' | 'POST';
  /** From the forum's root, with its query. */
  path: string;
  body?: Readonly<Record<string, unknown>>;
}
export type NodebbAnswer = { outcome: 'answered'; json: unknown } | Refusal;

/** Asks the forum as the token's user, the token in a header. */
export async function callNodebb(
  call: NodebbCall,
  channel: ChannelAccess,
  { http }: Outbound,
  now: Date,
): Promise<NodebbAnswer> {
  const settings = nodebbSettings.safeParse(channel.settings);
  if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
  const token = channel.secrets[API_TOKEN]?.[0];
  if (token === undefined) return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
  const answer = await http.request({
    method: call.method,
    url: `${settings.data.baseUrl.replace(/\/+$/, '')}${call.path}`,
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

/** The write API answers under `status`, the read API with a bare `error`. */
const errorBody = z.object({
  status: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish().catch(null),
  error: z.string().nullish().catch(null),
});

/** NodeBB names its refusals by key, or says them in the forum's language. */
const TOLD: readonly [RegExp, string][] = [
  [/content-too-short|at least|zu kurz|mindestens/i, 'text_too_short'],
  [/content-too-long|at most|longer than|zu lang|höchstens/i, 'text_too_long'],
  [/topic-locked|locked|gesperrt/i, 'thread_closed'],
  [/no-topic|invalid-tid|does not exist|existiert nicht/i, 'thread_gone'],
];

function refusalOfAnswer({ status, headers, bytes }: OutboundResponse, now: Date): Refusal {
  const told = errorBody.safeParse(readJson(bytes)).data;
  const words = [`HTTP ${status}`, told?.status?.code, told?.status?.message, told?.error].filter(Boolean);
  const detail = words.join(' ').slice(0, 500).toWellFormed();
  const isTooFast = /too-many-posts|You can only post once every/i.test(detail);
  if (status === 429 || isTooFast) {
    const asked =
      retryAfterSeconds(headers, now) ??
      Number(/every (\d{1,4}) second/i.exec(detail)?.[1] ?? DEFAULT_BACK_OFF_SECONDS);
    return { outcome: 'retry', reason: 'rate_limited', retryAfter: asked, detail };
  }
  if (status >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  if (status === 401)
    return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true, detail };
  const known = TOLD.find(([sentence]) => sentence.test(detail))?.[1];
  if (known) return { outcome: 'failed', reason: known, detail };
  if (status === 403) return { outcome: 'failed', reason: 'permission_missing', detail };
  return { outcome: 'failed', reason: status === 404 ? 'thread_gone' : 'network_refused', detail };
}
