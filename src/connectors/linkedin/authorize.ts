import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import type { AuthorizeContract, Grant } from '../contract/connecting';
import { askForToken } from '../contract/oauth-token';
import { ACCESS_TOKEN, CLIENT_SECRET, linkedinSettings, REFRESH_TOKEN, SCOPES } from './manifest';

/** Access lasts 60 days; it is renewed so long before its end. */
const MARGIN_SECONDS = 7 * 24 * 60 * 60;

/** People and tokens are asked for at another host than the rest. */
function oauthBase(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '').replace('://api.linkedin.com', '://www.linkedin.com');
}

/** OAuth 2.0 for confidential clients; LinkedIn knows no PKCE in this flow, the app's secret stands for it. */
export function createLinkedinAuthorize(baseUrl: string): AuthorizeContract {
  return {
    begin: async ({ redirectUrl, state }, channel) => {
      const settings = linkedinSettings.safeParse(channel.settings);
      if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: settings.data.clientId,
        redirect_uri: redirectUrl,
        state,
        scope: SCOPES.join(' '),
      });
      const url = `${oauthBase(baseUrl)}/oauth/v2/authorization?${query.toString().replaceAll('+', '%20')}`;
      return { outcome: 'redirect', url };
    },
    finish: async ({ code, redirectUrl }, channel, outbound, now) => {
      const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUrl };
      const granted = await askLinkedin(baseUrl, form, channel, outbound, now);
      return 'outcome' in granted ? granted : { outcome: 'granted', ...granted };
    },
  };
}

/** New access from the refresh token, whose own year goes on running. */
export function createLinkedinRefresh(baseUrl: string): NonNullable<Connector['refreshCredentials']> {
  return async (channel, outbound, now) => {
    const refreshToken = channel.secrets[REFRESH_TOKEN]?.[0];
    if (refreshToken === undefined)
      return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const granted = await askLinkedin(baseUrl, form, channel, outbound, now);
    return 'outcome' in granted ? granted : { outcome: 'refreshed', ...granted };
  };
}

async function askLinkedin(
  baseUrl: string,
  form: Readonly<Record<string, string>>,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<Grant | Refusal> {
  const settings = linkedinSettings.safeParse(channel.settings);
  const secret = channel.secrets[CLIENT_SECRET]?.[0];
  if (!settings.success || secret === undefined) return { outcome: 'failed', reason: 'settings_invalid' };
  const url = `${oauthBase(baseUrl)}/oauth/v2/accessToken`;
  const whole = { ...form, client_id: settings.data.clientId, client_secret: secret };
  const answer = await askForToken({ url, form: whole }, outbound, now);
  if (answer.outcome !== 'given') return answer;
  const { access_token: access, refresh_token: refresh, expires_in: lasts } = answer.token;
  const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const grantLasts = answer.token.refresh_token_expires_in;
  // Apps that are no partners get no refresh token: then a person has to come back when access ends.
  if (refresh === undefined) return { secrets: { [ACCESS_TOKEN]: access }, expiresAt: inSeconds(lasts) };
  return {
    secrets: { [ACCESS_TOKEN]: access, [REFRESH_TOKEN]: refresh },
    refreshAt: inSeconds(Math.max(60, lasts - MARGIN_SECONDS)),
    ...(grantLasts !== undefined && { expiresAt: inSeconds(grantLasts) }),
  };
}
