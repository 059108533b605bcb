import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { Refusal } from '../contract';
import type { AuthorizeContract } from '../contract/connecting';
import { refusalOfFailure } from '../contract/http-outcome';
import { readJson } from '../contract/read-json';
import { baseOf, refusalOfMastodon } from './api-call';
import { ACCESS_TOKEN, CLIENT_ID, CLIENT_SECRET, SCOPES } from './manifest';

const TIMEOUT_MS = 20_000;
const secret = z.string().min(1).max(8192);
const app = z.object({ client_id: secret, client_secret: secret });
/** Mastodon's tokens do not end; Pleroma says when its own do. */
const token = z.object({ access_token: secret, expires_in: z.int().min(1).max(1_000_000_000).nullish() });

/** OAuth 2.0 at the account's own instance, where Rapport registers itself first. */
export const mastodonAuthorize: AuthorizeContract = {
  begin: async ({ redirectUrl, state, codeChallenge }, channel, outbound) => {
    const base = baseOf(channel.settings);
    if (base === null) return { outcome: 'failed', reason: 'settings_invalid' };
    const scope = SCOPES.join(' ');
    const form = { client_name: 'Rapport', redirect_uris: redirectUrl, scopes: scope };
    const registered = await post(`${base}/api/v1/apps`, form, app, outbound, new Date());
    if ('outcome' in registered) return registered;
    const { client_id: clientId, client_secret: clientSecret } = registered;
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUrl,
      scope,
      state,
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
    });
    return {
      outcome: 'redirect',
      url: `${base}/oauth/authorize?${query.toString().replaceAll('+', '%20')}`,
      secrets: { [CLIENT_ID]: clientId, [CLIENT_SECRET]: clientSecret },
    };
  },
  finish: async ({ code, redirectUrl, codeVerifier }, channel, outbound, now) => {
    const base = baseOf(channel.settings);
    const clientId = channel.secrets[CLIENT_ID]?.[0];
    const clientSecret = channel.secrets[CLIENT_SECRET]?.[0];
    if (base === null || !clientId || !clientSecret) return { outcome: 'failed', reason: 'settings_invalid' };
    const form = {
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUrl,
      scope: SCOPES.join(' '),
      code_verifier: codeVerifier,
    };
    const given = await post(`${base}/oauth/token`, form, token, outbound, now);
    if ('outcome' in given) return given;
    const { access_token: accessToken, expires_in: seconds } = given;
    return {
      outcome: 'granted',
      secrets: { [ACCESS_TOKEN]: accessToken },
      ...(seconds && { expiresAt: new Date(now.getTime() + seconds * 1000) }),
    };
  },
};

async function post<T extends object>(
  url: string,
  form: Readonly<Record<string, string>>,
  shape: z.ZodType<T>,
  { http }: Outbound,
  now: Date,
): Promise<T | Refusal> {
  const answer = await http.request({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
    timeoutMs: TIMEOUT_MS,
  });
  if (!answer.ok) return refusalOfFailure(answer.refusal);
  const { status, bytes } = answer.value;
  if (status === 400 || status === 401)
    return {
      ...refusalOfMastodon(answer.value, now),
      outcome: 'failed',
      reason: 'access_token_invalid',
      needsReconnect: true,
    };
  if (status < 200 || status > 299)
    return status === 404
      ? { outcome: 'failed', reason: 'unexpected_answer' }
      : refusalOfMastodon(answer.value, now);
  return shape.safeParse(readJson(bytes)).data ?? { outcome: 'failed', reason: 'unexpected_answer' };
}
