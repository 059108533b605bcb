import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import type { AuthorizeContract, Grant } from '../contract/connecting';
import { askForToken } from '../contract/oauth-token';
import { hostFor } from './api-call';
import { ACCESS_TOKEN, CLIENT_SECRET, googleSettings, REFRESH_TOKEN, SCOPE } from './manifest';

const CONSENT_PAGE = 'https://accounts.google.com/o/oauth2/v2/auth';
/** Access lasts an hour; it is renewed this long before its end. */
const MARGIN_SECONDS = 300;

/** OAuth 2.0 with PKCE; `consent` each time, for Google gives a refresh token only then. */
export function createGoogleAuthorize(baseUrl: string): AuthorizeContract {
  return {
    begin: async ({ redirectUrl, state, codeChallenge }, channel) => {
      const settings = googleSettings.safeParse(channel.settings);
      if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: settings.data.clientId,
        redirect_uri: redirectUrl,
        scope: SCOPE,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
        access_type: 'offline',
        prompt: 'consent',
      });
      return { outcome: 'redirect', url: `${CONSENT_PAGE}?${query}` };
    },
    finish: async ({ code, redirectUrl, codeVerifier }, channel, outbound, now) => {
      const form = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUrl,
        code_verifier: codeVerifier,
      };
      const granted = await askGoogle(baseUrl, form, channel, outbound, now);
      return 'outcome' in granted ? granted : { outcome: 'granted', ...granted };
    },
  };
}

/** New access from the refresh token, which stays the same. */
export function createGoogleRefresh(baseUrl: string): NonNullable<Connector['refreshCredentials']> {
  return async (channel, outbound, now) => {
    const refreshToken = channel.secrets[REFRESH_TOKEN]?.[0];
    if (refreshToken === undefined)
      return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const granted = await askGoogle(baseUrl, form, channel, outbound, now);
    return 'outcome' in granted ? granted : { outcome: 'refreshed', ...granted };
  };
}

async function askGoogle(
  baseUrl: string,
  form: Readonly<Record<string, string>>,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<Grant | Refusal> {
  const settings = googleSettings.safeParse(channel.settings);
  const secret = channel.secrets[CLIENT_SECRET]?.[0];
  if (!settings.success || secret === undefined) return { outcome: 'failed', reason: 'settings_invalid' };
  const whole = { ...form, client_id: settings.data.clientId, client_secret: secret };
  const answer = await askForToken(
    { url: `${hostFor(baseUrl, 'oauth2')}/token`, form: whole },
    outbound,
    now,
  );
  if (answer.outcome !== 'given') return answer;
  const { access_token: access, refresh_token: refresh, expires_in: lasts } = answer.token;
  return {
    secrets: { [ACCESS_TOKEN]: access, ...(refresh !== undefined && { [REFRESH_TOKEN]: refresh }) },
    refreshAt: new Date(now.getTime() + Math.max(60, lasts - MARGIN_SECONDS) * 1000),
  };
}
