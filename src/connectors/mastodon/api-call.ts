import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import type { Budget } from '../contract/asking';
import { refusalOfFailure, retryAfterSeconds } from '../contract/http-outcome';
import { readJson } from '../contract/read-json';
import { ACCESS_TOKEN, mastodonSettings } from './manifest';

const TIMEOUT_MS = 20_000;
const MAX_RESPONSE_BYTES = 8_000_000;
const DEFAULT_BACK_OFF_SECONDS = 60;

export interface MastodonCall {
  method: 'GET' | 'POST';
  /** With its query, from the instance's root: `/api/v1/…`. */
  path: string;
  body?: object | { form: Uint8Array; contentType: string };
  /** Names a sending: the same again within an hour is the same status. */
  idempotencyKey?: string;
}
export type MastodonAnswer =
  | { outcome: 'answered'; status: number; json: unknown; budgets: readonly Budget[] }
  | Refusal;
/** Asks one instance as one account. */
export type CallMastodon = (call: MastodonCall) => Promise<MastodonAnswer>;

/** True where an instance does not have what it was asked for: a status that is gone, an endpoint it never had. */
export function isMissing(answer: { outcome: string; reason?: string }): boolean {
  return answer.outcome === 'failed' && answer.reason === 'thread_gone';
}

export function baseOf(settings: Readonly<Record<string, unknown>>): string | null {
  return mastodonSettings.safeParse(settings).data?.baseUrl.replace(/\/+$/, '') ?? null;
}

export function callerFor(channel: ChannelAccess, { http }: Outbound, now: Date): CallMastodon {
  const base = baseOf(channel.settings);
  const token = channel.secrets[ACCESS_TOKEN]?.[0];
  return async ({ method, path, body, idempotencyKey }) => {
    if (base === null) return { outcome: 'failed', reason: 'settings_invalid' };
    if (token === undefined)
      return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
    const file = body !== undefined && 'form' in body ? body : undefined;
    const answer = await http.request({
      method,
      url: `${base}${path}`,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': file ? file.contentType : 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      ...(body && { body: file ? file.form : JSON.stringify(body) }),
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MAX_RESPONSE_BYTES,
    });
    if (!answer.ok) return refusalOfFailure(answer.refusal);
    const { status, bytes, headers } = answer.value;
    if (status < 200 || status > 299) return refusalOfMastodon(answer.value, now);
    const budgets = budgetsOf(headers, method === 'GET' ? 'read' : 'send');
    return { outcome: 'answered', status, json: readJson(bytes), budgets };
  };
}

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** Mastodon names the moment its limit begins anew as a date. */
function budgetsOf(headers: Readonly<Record<string, string>>, scope: Budget['scope']): Budget[] {
  const remaining = wholeNumber.safeParse(headers['x-ratelimit-remaining']).data;
  const resets = Date.parse(headers['x-ratelimit-reset'] ?? '');
  if (remaining === undefined || Number.isNaN(resets)) return [];
  const limit = wholeNumber.safeParse(headers['x-ratelimit-limit']).data;
  return [{ scope, remaining, ...(limit !== undefined && { limit }), resetsAt: new Date(resets) }];
}

const problem = z.object({ error: z.string().nullish(), error_description: z.string().nullish() });

/** What an instance says in words of its own language; what they mean is known in two. */
const TOLD: readonly [RegExp, string][] = [
  [/character limit|too long|zeichenlimit|zu lang/i, 'text_too_long'],
  [/attach|media|upload|datei|file (type|size)/i, 'attachment_refused'],
];

/** What an answer that is no success means; its body may be empty, or a page. */
export function refusalOfMastodon({ status, headers, bytes }: OutboundResponse, now: Date): Refusal {
  const told = problem.safeParse(readJson(bytes)).data;
  const words = [`HTTP ${status}`, told?.error, told?.error_description].filter(Boolean);
  const detail = words.join(' ').slice(0, 500).toWellFormed();
  if (status === 429)
    return { outcome: 'retry', reason: 'rate_limited', retryAfter: backOffSeconds(headers, now), detail };
  if (status >= 500 || status === 408) return { outcome: 'retry', reason: 'network_unavailable', detail };
  // Pleroma answers 403 to a token it does not know.
  if (status === 401 || (status === 403 && /invalid credentials/i.test(detail)))
    return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true, detail };
  if (status === 403) return { outcome: 'failed', reason: 'permission_missing', detail };
  if (status === 404 || status === 405 || status === 410)
    return { outcome: 'failed', reason: 'thread_gone', detail };
  const reason = TOLD.find(([sentence]) => sentence.test(detail))?.[1];
  return { outcome: 'failed', reason: reason ?? 'network_refused', detail };
}

function backOffSeconds(headers: Readonly<Record<string, string>>, now: Date): number {
  const told = retryAfterSeconds(headers, now);
  const resets = Date.parse(headers['x-ratelimit-reset'] ?? '');
  const untilReset = Number.isNaN(resets)
    ? DEFAULT_BACK_OFF_SECONDS
    : Math.ceil((resets - now.getTime()) / 1000);
  return told ?? Math.max(1, untilReset);
}
