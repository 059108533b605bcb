import { z } from 'zod';
import type { Connector } from '../contract';
import type { ChannelAccount, CheckOutcome } from '../contract/connecting';
import { createGraphCall, graphCredentials } from '../contract/meta/graph-call';
import { inspectToken } from '../contract/meta/inspect-token';
import type { createAccess, InstagramHosts } from './access';
import { instagramSettings, PAGE_ACCESS_TOKEN, PAGE_SCOPES } from './manifest';

const profile = z.object({
  id: z.string(),
  /** The professional account's id, where `id` is the app's own for it. */
  user_id: z.union([z.string(), z.int().transform(String)]).nullish(),
  username: z.string().max(200),
  name: z.string().max(200).nullish(),
  profile_picture_url: z.url().max(4096).nullish(),
});

function toAccount(found: z.output<typeof profile>): ChannelAccount {
  const { username, name, profile_picture_url: avatarUrl } = found;
  return {
    externalId: found.user_id ?? found.id,
    name: name || username,
    handle: `@${username}`,
    url: `https://www.instagram.com/${encodeURIComponent(username)}/`,
    ...(avatarUrl && { avatarUrl }),
  };
}

/** Whose account the access is for; of a page's token also until when, as the network tells it. */
export function createInstagramCheck(
  accessOf: ReturnType<typeof createAccess>,
  hosts: InstagramHosts,
): NonNullable<Connector['check']> {
  const atFacebook = createGraphCall(hosts.graphBaseUrl);
  return async (channel, outbound, now): Promise<CheckOutcome> => {
    const settings = instagramSettings.safeParse(channel.settings);
    if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
    const [way] = accessOf(channel, outbound, now);
    if (!way) return { outcome: 'failed', reason: 'access_token_missing', needsReconnect: true };
    const { accountId } = settings.data;
    const isLogin = way.via === 'login';
    const query = { fields: `id,${isLogin ? 'user_id,' : ''}username,name,profile_picture_url` };
    const answer = await way.call({ method: 'GET', path: isLogin ? 'me' : accountId, edge: 'read', query });
    if (answer.outcome !== 'answered') return answer;
    const found = profile.safeParse(answer.json).data;
    if (!found)
      return { outcome: 'retry', reason: 'network_unavailable', detail: 'no account in the answer' };
    const account = toAccount(found);
    if (account.externalId !== accountId)
      return {
        outcome: 'failed',
        reason: 'account_mismatch',
        detail: `${account.handle} ${account.externalId}`,
      };
    const credentials = isLogin ? null : graphCredentials(channel, PAGE_ACCESS_TOKEN);
    const told =
      credentials && (await inspectToken(atFacebook, { credentials, scopes: PAGE_SCOPES }, outbound, now));
    return { outcome: 'ok', account, ...told };
  };
}
