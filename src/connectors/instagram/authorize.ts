import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import type { AuthorizeContract, Grant } from '../contract/connecting';
import { refusalOfFailure } from '../contract/http-outcome';
import { createGraphCall } from '../contract/meta/graph-call';
import { toGraphFailure } from '../contract/meta/graph-errors';
import { APP_SECRET } from '../contract/meta/signature';
import { readJson } from '../contract/read-json';
import { ACCESS_TOKEN, instagramSettings, LOGIN_SCOPES } from './manifest';

export interface LoginHosts {
  instagramBaseUrl: string;
  /** Where a code is exchanged for a token. */
  instagramLoginBaseUrl: string;
}

/** Where a person agrees; only a browser goes there. */
const CONSENT_PAGE = 'https://www.instagram.com/oauth/authorize';
const SUBSCRIBED = 'comments,live_comments,mentions,messages,message_edit,messaging_postbacks,messaging_seen';
const tokenShape = z.object({ access_token: z.string().min(1), expires_in: z.int().positive() });
const codeShape = z.object({ access_token: z.string().min(1) });

interface Asked {
  method: 'GET' | 'POST';
  url: string;
  body?: URLSearchParams;
}

/** The three token addresses are outside of the versioned API and take their parameters in the query or as a form. */
async function askToken<T>(
  asked: Asked,
  shape: z.ZodType<T>,
  { http }: Outbound,
  now: Date,
): Promise<T | Refusal> {
  const answer = await http.request({
    method: asked.method,
    url: asked.url,
    ...(asked.body && {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: asked.body.toString(),
    }),
  });
  if (!answer.ok) return refusalOfFailure(answer.refusal);
  if (answer.value.status !== 200) return toGraphFailure(answer.value, 'read', now);
  const told = shape.safeParse(readJson(answer.value.bytes)).data;
  return told ?? { outcome: 'retry', reason: 'network_unavailable', detail: 'no token in the answer' };
}

function isRefusal(value: object): value is Refusal {
  return 'outcome' in value;
}

/** Renewed at half-time: a month is left to notice when that fails. */
function toGrant(
  { access_token: token, expires_in: seconds }: z.output<typeof tokenShape>,
  now: Date,
): Grant {
  const after = (share: number) => new Date(now.getTime() + seconds * share * 1000);
  return { secrets: { [ACCESS_TOKEN]: token }, refreshAt: after(0.5), expiresAt: after(1) };
}

/** A token of Instagram's login for another 60 days; one younger than a day is refused by the network. */
export function createRefresh({
  instagramBaseUrl,
}: LoginHosts): NonNullable<Connector['refreshCredentials']> {
  return async (channel, outbound, now) => {
    const token = channel.secrets[ACCESS_TOKEN]?.[0];
    if (token === undefined)
      return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
    const query = new URLSearchParams({ grant_type: 'ig_refresh_token', access_token: token });
    const url = `${instagramBaseUrl}/refresh_access_token?${query}`;
    const told = await askToken({ method: 'GET', url }, tokenShape, outbound, now);
    return isRefusal(told) ? told : { outcome: 'refreshed', ...toGrant(told, now) };
  };
}

function appOf(channel: ChannelAccess): { appId: string; appSecret: string } | null {
  const appId = instagramSettings.safeParse(channel.settings).data?.appId;
  const appSecret = channel.secrets[APP_SECRET]?.[0];
  return appId && appSecret ? { appId, appSecret } : null;
}

/** Signing in with Instagram: code, token for an hour, token for 60 days, and the account's events subscribed. */
export function createAuthorize(hosts: LoginHosts): AuthorizeContract {
  const callGraph = createGraphCall(hosts.instagramBaseUrl);
  return {
    begin: async ({ redirectUrl, state }, channel) => {
      const app = appOf(channel);
      if (!app) return { outcome: 'failed', reason: 'settings_invalid' };
      const query = new URLSearchParams({
        client_id: app.appId,
        redirect_uri: redirectUrl,
        response_type: 'code',
        scope: LOGIN_SCOPES.join(','),
        state,
      });
      return { outcome: 'redirect', url: `${CONSENT_PAGE}?${query}` };
    },
    finish: async ({ code, redirectUrl }, channel, outbound, now) => {
      const app = appOf(channel);
      if (!app) return { outcome: 'failed', reason: 'settings_invalid' };
      const form = new URLSearchParams({
        client_id: app.appId,
        client_secret: app.appSecret,
        grant_type: 'authorization_code',
        redirect_uri: redirectUrl,
        code,
      });
      const url = `${hosts.instagramLoginBaseUrl}/oauth/access_token`;
      const short = await askToken({ method: 'POST', url, body: form }, codeShape, outbound, now);
      if (isRefusal(short)) return short;
      const query = new URLSearchParams({
        grant_type: 'ig_exchange_token',
        client_secret: app.appSecret,
        access_token: short.access_token,
      });
      const exchange = `${hosts.instagramBaseUrl}/access_token?${query}`;
      const long = await askToken({ method: 'GET', url: exchange }, tokenShape, outbound, now);
      if (isRefusal(long)) return long;
      const subscribed = await callGraph(
        { method: 'POST', path: 'me/subscribed_apps', edge: 'read', body: { subscribed_fields: SUBSCRIBED } },
        { token: long.access_token },
        outbound,
        now,
      );
      return subscribed.outcome === 'answered' ? { outcome: 'granted', ...toGrant(long, now) } : subscribed;
    },
  };
}
