import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { refusalOfFailure } from '../contract/http-outcome';
import { readJson } from '../contract/read-json';
import { BOT_TOKEN } from './manifest';

const TIMEOUT_MS = 20_000;
const DEFAULT_BACK_OFF_SECONDS = 5;

const answerShape = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.int(),
    description: z.string().nullish(),
    parameters: z.object({ retry_after: z.int().min(0).nullish() }).nullish(),
  }),
]);

export type BotAnswer = { outcome: 'answered'; result: unknown } | Refusal;
export interface BotRequest {
  /** `sendMessage` */
  method: string;
  body?: Readonly<Record<string, unknown>>;
  /** A form instead of JSON, for files. */
  form?: { contentType: string; body: Uint8Array };
}
export type BotCall = (request: BotRequest, token: string, outbound: Outbound) => Promise<BotAnswer>;

export function botTokenOf(channel: ChannelAccess): string | null {
  return channel.secrets[BOT_TOKEN]?.[0] ?? null;
}

export const TOKEN_MISSING: Refusal = {
  outcome: 'failed',
  reason: 'access_token_missing',
  needsReconnect: true,
};

/** The address holds the token: no word of it may reach a log or an admin's screen. */
function withoutToken<T extends Refusal>(refusal: T, token: string): T {
  if (refusal.detail === undefined) return refusal;
  return { ...refusal, detail: refusal.detail.replaceAll(token, '…').slice(0, 500).toWellFormed() };
}

/** `bot<token>`, as it stands in every address. */
export function botPath(token: string): string {
  return `bot${encodeURIComponent(token).replaceAll('%3A', ':')}`;
}

/** One call of the Bot API. @param baseUrl for example `https://api.telegram.org` */
export function createBotCall(baseUrl: string): BotCall {
  const base = baseUrl.replace(/\/+$/, '');
  return async ({ method, body, form }, token, { http }) => {
    const answer = await http.request({
      method: 'POST',
      url: `${base}/${botPath(token)}/${method}`,
      headers: { 'content-type': form?.contentType ?? 'application/json' },
      body: form?.body ?? JSON.stringify(body ?? {}),
      timeoutMs: TIMEOUT_MS,
    });
    if (!answer.ok) return withoutToken(refusalOfFailure(answer.refusal), token);
    const said = answerShape.safeParse(readJson(answer.value.bytes)).data;
    if (said?.ok) return { outcome: 'answered', result: said.result };
    return withoutToken(toRefusal(answer.value, said), token);
  };
}

type Refused = Extract<z.output<typeof answerShape>, { ok: false }>;

function toRefusal({ status }: OutboundResponse, said: Refused | undefined): Refusal {
  const code = said?.error_code ?? status;
  const description = said?.description ?? '';
  const detail = `${code} ${description}`.trim();
  if (code === 429)
    return {
      outcome: 'retry',
      reason: 'rate_limited',
      retryAfter: said?.parameters?.retry_after ?? DEFAULT_BACK_OFF_SECONDS,
      detail,
    };
  if (code >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  // A token Telegram never gave answers as if the address did not exist.
  if (code === 401 || code === 404)
    return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true, detail };
  if (code === 403) return { outcome: 'failed', reason: 'recipient_blocked', detail };
  if (code === 409) return { outcome: 'retry', reason: 'webhook_in_use', detail };
  if (/too long/i.test(description)) return { outcome: 'failed', reason: 'text_too_long', detail };
  if (/chat not found|user not found|PEER_ID_INVALID|deactivated/i.test(description))
    return { outcome: 'failed', reason: 'recipient_unavailable', detail };
  return { outcome: 'failed', reason: 'network_refused', detail };
}
