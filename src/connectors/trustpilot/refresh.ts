import type { Connector } from '../contract';
import { askForToken } from '../contract/oauth-token';
import { ACCESS_TOKEN, API_KEY, API_SECRET } from './manifest';

/** A token lasts about 100 hours; it is renewed this long before. */
const MARGIN_SECONDS = 3600;

/** Access for the application itself: key and secret give a new token as often as it is needed. */
export function createTrustpilotRefresh(baseUrl: string): NonNullable<Connector['refreshCredentials']> {
  const url = `${baseUrl.replace(/\/+$/, '')}/v1/oauth/oauth-business-users-for-applications/accesstoken`;
  return async (channel, outbound, now) => {
    const id = channel.secrets[API_KEY]?.[0];
    const secret = channel.secrets[API_SECRET]?.[0];
    if (id === undefined || secret === undefined)
      return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
    const form = { grant_type: 'client_credentials' };
    const answer = await askForToken({ url, form, basic: { id, secret } }, outbound, now);
    if (answer.outcome !== 'given') return answer;
    const { access_token: token, expires_in: lasts } = answer.token;
    const refreshAt = new Date(now.getTime() + Math.max(60, lasts - MARGIN_SECONDS) * 1000);
    return { outcome: 'refreshed', secrets: { [ACCESS_TOKEN]: token }, refreshAt };
  };
}
