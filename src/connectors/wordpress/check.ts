import type { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector, Refusal } from '../contract';
import { callWordpress } from './api-call';
import { wordpressUser } from './schema';

/** The user the channel speaks as. */
export async function askWhoami(
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<{ outcome: 'known'; user: z.output<typeof wordpressUser> } | Refusal> {
  const call = { method: 'GET', route: '/wp/v2/users/me', query: { context: 'edit' } } as const;
  const answer = await callWordpress(call, channel, outbound, now);
  if (answer.outcome !== 'answered') return answer;
  const user = wordpressUser.safeParse(answer.json).data;
  return user ? { outcome: 'known', user } : { outcome: 'failed', reason: 'unexpected_answer' };
}

/** Whose comments these are; without the right to moderate, what changes behind the scenes stays unseen. */
export const checkWordpress: NonNullable<Connector['check']> = async (channel, outbound, now) => {
  const answer = await askWhoami(channel, outbound, now);
  if (answer.outcome !== 'known') return answer;
  const { id, name, slug, username, link, capabilities, avatar_urls } = answer.user;
  if (capabilities?.moderate_comments !== true)
    return { outcome: 'failed', reason: 'moderation_not_allowed', detail: username ?? slug };
  const avatarUrl = avatar_urls?.['96'];
  return {
    outcome: 'ok',
    account: {
      externalId: `user:${id}`,
      name,
      handle: username ?? slug,
      ...(link && { url: link }),
      ...(avatarUrl && { avatarUrl }),
    },
  };
};
