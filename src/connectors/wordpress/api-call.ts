import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { refusalOfFailure, retryAfterSeconds } from '../contract/http-outcome';
import { isRecord, readJson } from '../contract/read-json';
import { APPLICATION_PASSWORD, wordpressSettings } from './manifest';

const TIMEOUT_MS = 20_000;
const MAX_RESPONSE_BYTES = 8_000_000;
const DEFAULT_BACK_OFF_SECONDS = 60;
/** WordPress's own pause between two comments of one author. */
const FLOOD_SECONDS = 15;

export interface WordpressCall {
  method: 'GET' | 'POST';
  /** Behind `/wp-json`: `/wp/v2/comments`. */
  route: string;
  query?: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, unknown>>;
}
export type WordpressAnswer = { outcome: 'answered'; json: unknown } | (Refusal & { code?: string });

/** Asks the site's REST API as the channel's user; where pretty links are off, by the address without them. */
export async function callWordpress(
  call: WordpressCall,
  channel: ChannelAccess,
  { http }: Outbound,
  now: Date,
): Promise<WordpressAnswer> {
  const settings = wordpressSettings.safeParse(channel.settings);
  if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
  const password = channel.secrets[APPLICATION_PASSWORD]?.[0];
  if (password === undefined)
    return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
  const { siteUrl, username } = settings.data;
  const credentials = Buffer.from(`${username}:${password}`).toString('base64');
  const ask = (url: string) =>
    http.request({
      method: call.method,
      url,
      headers: {
        accept: 'application/json',
        authorization: `Basic ${credentials}`,
        ...(call.body && { 'content-type': 'application/json' }),
      },
      ...(call.body && { body: JSON.stringify(call.body) }),
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MAX_RESPONSE_BYTES,
    });
  const base = siteUrl.replace(/\/+$/, '');
  const query = new URLSearchParams(call.query).toString();
  let answer = await ask(`${base}/wp-json${call.route}${query && `?${query}`}`);
  if (answer.ok && !isRestAnswer(answer.value))
    answer = await ask(`${base}/?rest_route=${encodeURIComponent(call.route)}${query && `&${query}`}`);
  if (!answer.ok) return refusalOfFailure(answer.refusal);
  const { status, bytes } = answer.value;
  if (status >= 200 && status < 300) return { outcome: 'answered', json: readJson(bytes) };
  return refusalOfAnswer(answer.value, now);
}

/** Without pretty links `/wp-json` is a page that does not exist, or the front page. */
function isRestAnswer({ status, bytes }: OutboundResponse): boolean {
  if (status !== 404 && status !== 200) return true;
  const json = readJson(bytes);
  return Array.isArray(json) || isRecord(json);
}

const errorBody = z.object({ code: z.string().max(100), message: z.string() });

const KNOWN: Readonly<Record<string, string>> = {
  comment_duplicate: 'duplicate_text',
  rest_comment_closed: 'thread_closed',
  rest_comment_draft_post: 'thread_closed',
  rest_comment_trash_post: 'thread_gone',
  rest_comment_invalid_post_id: 'thread_gone',
  rest_comment_invalid_id: 'thread_gone',
  rest_post_invalid_id: 'thread_gone',
  comment_content_column_length: 'text_too_long',
  rest_comment_content_invalid: 'text_too_short',
  rest_no_route: 'unexpected_answer',
};

function refusalOfAnswer(
  { status, headers, bytes }: OutboundResponse,
  now: Date,
): Refusal & { code?: string } {
  const told = errorBody.safeParse(readJson(bytes)).data;
  const detail = [`HTTP ${status}`, told?.code, told?.message]
    .filter(Boolean)
    .join(' ')
    .slice(0, 500)
    .toWellFormed();
  const asked = retryAfterSeconds(headers, now);
  if (told?.code === 'comment_flood')
    return { outcome: 'retry', reason: 'rate_limited', retryAfter: asked ?? FLOOD_SECONDS, detail };
  if (status === 429)
    return {
      outcome: 'retry',
      reason: 'rate_limited',
      retryAfter: asked ?? DEFAULT_BACK_OFF_SECONDS,
      detail,
    };
  if (status >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  if (status === 401)
    return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true, detail };
  const known = told && KNOWN[told.code];
  if (told && known) return { outcome: 'failed', reason: known, detail, code: told.code };
  if (status === 403) return { outcome: 'failed', reason: 'permission_missing', detail };
  return { outcome: 'failed', reason: status === 404 ? 'unexpected_answer' : 'network_refused', detail };
}
