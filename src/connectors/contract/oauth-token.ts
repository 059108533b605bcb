import { z } from 'zod';
import type { Outbound, OutboundResponse } from '@/platform/http/outbound';
import type { Refusal } from './access';
import { refusalOfFailure, retryAfterSeconds } from './http-outcome';
import { readJson } from './read-json';

const TIMEOUT_MS = 20_000;
const DEFAULT_BACK_OFF_SECONDS = 60;

/** Some write the number as a text. */
const seconds = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,10}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(1).max(1_000_000_000));
const token = z.object({
  access_token: z.string().min(1).max(8192),
  expires_in: seconds,
  refresh_token: z.string().min(1).max(8192).optional(),
  refresh_token_expires_in: seconds.optional(),
  scope: z.string().max(4096).optional(),
});
export type GivenToken = z.output<typeof token>;

const oauthError = z.object({ error: z.string(), error_description: z.string().nullish() });

interface TokenRequest {
  url: string;
  form: Readonly<Record<string, string>>;
  /** Id and secret of a confidential client, where the network wants them in a header. */
  basic?: { id: string; secret: string };
}

/** Asks an OAuth 2.0 token endpoint. What is spent, taken back or of another app asks for a new connection; the rest passes. */
export async function askForToken(
  { url, form, basic }: TokenRequest,
  { http }: Outbound,
  now: Date,
): Promise<{ outcome: 'given'; token: GivenToken } | Refusal> {
  const credentials = basic && `${encodeURIComponent(basic.id)}:${encodeURIComponent(basic.secret)}`;
  const answer = await http.request({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      ...(credentials && { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
    },
    body: new URLSearchParams(form).toString(),
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) return refusalOfFailure(answer.refusal);
  if (answer.value.status !== 200) return refusalOfToken(answer.value, now);
  const given = token.safeParse(readJson(answer.value.bytes)).data;
  return given ? { outcome: 'given', token: given } : { outcome: 'failed', reason: 'unexpected_answer' };
}

function refusalOfToken({ status, headers, bytes }: OutboundResponse, now: Date): Refusal {
  const told = oauthError.safeParse(readJson(bytes)).data;
  const words = [`HTTP ${status}`, told?.error, told?.error_description].filter(Boolean);
  const detail = words.join(' ').slice(0, 500).toWellFormed();
  const retryAfter = retryAfterSeconds(headers, now) ?? DEFAULT_BACK_OFF_SECONDS;
  if (status === 429) return { outcome: 'retry', reason: 'rate_limited', retryAfter, detail };
  if (status >= 500) return { outcome: 'retry', reason: 'network_unavailable', detail };
  const isApp = told?.error === 'unauthorized_client' || told?.error === 'invalid_client';
  const reason = isApp ? 'app_refused' : 'access_token_invalid';
  return { outcome: 'failed', reason, needsReconnect: true, detail };
}
