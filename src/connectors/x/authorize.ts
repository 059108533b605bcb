import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import type { AuthorizeContract, Grant } from '../contract/connecting';
import { askForToken } from '../contract/oauth-token';
import { ACCESS_TOKEN, CLIENT_SECRET, REFRESH_TOKEN, SCOPES, xSettings } from './manifest';

const AUTHORIZE_URL = 'https://x.com/i/oauth2/authorize';
/** Access lasts two hours; it is renewed so long before its end. */
const MARGIN_SECONDS = 15 * 60;

/** OAuth 2.0 with PKCE. @param baseUrl where tokens are given, for example `https://api.x.com` */
export function createXAuthorize(baseUrl: string): AuthorizeContract {
  return {
    begin: async ({ redirectUrl, state, codeChallenge }, channel) => {
      const settings = xSettings.safeParse(channel.settings);
      if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: settings.data.clientId,
        redirect_uri: redirectUrl,
        scope: SCOPES.join(' '),
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      });
      return { outcome: 'redirect', url: `${AUTHORIZE_URL}?${query.toString().replaceAll('+', '%20')}` };
    },
    finish: async ({ code, redirectUrl, codeVerifier }, channel, outbound, now) => {
      const form = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUrl,
        code_verifier: codeVerifier,
      };
      const granted = await askX(baseUrl, form, channel, outbound, now);
      return 'outcome' in granted ? granted : { outcome: 'granted', ...granted };
    },
  };
}

/** New access; the refresh token is good for one use and comes anew with it. */
export function createXRefresh(baseUrl: string): NonNullable<Connector['refreshCredentials']> {
  return async (channel, outbound, now) => {
    const refreshToken = channel.secrets[REFRESH_TOKEN]?.[0];
    if (refreshToken === undefined)
      return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const granted = await askX(baseUrl, form, channel, outbound, now);
    return 'outcome' in granted ? granted : { outcome: 'refreshed', ...granted };
  };
}

async function askX(
  baseUrl: string,
  form: Readonly<Record<string, string>>,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<Grant | Refusal> {
  const settings = xSettings.safeParse(channel.settings);
  const secret = channel.secrets[CLIENT_SECRET]?.[0];
  if (!settings.success || secret === undefined) return { outcome: 'failed', reason: 'settings_invalid' };
  const { clientId } = settings.data;
  const url = `${baseUrl.replace(/\/+$/, '')}/2/oauth2/token`;
  const basic = { id: clientId, secret };
  const answer = await askForToken({ url, form: { ...form, client_id: clientId }, basic }, outbound, now);
  if (answer.outcome !== 'given') return answer;
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn } = answer.token;
  // Without `offline.access` there would be nothing to renew with in two hours.
  if (refreshToken === undefined) return { outcome: 'failed', reason: 'unexpected_answer' };
  const refreshInSeconds = Math.max(60, expiresIn - MARGIN_SECONDS);
  return {
    secrets: { [ACCESS_TOKEN]: accessToken, [REFRESH_TOKEN]: refreshToken },
    refreshAt: new Date(now.getTime() + refreshInSeconds * 1000),
  };
}
