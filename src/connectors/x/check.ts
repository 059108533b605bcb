import { z } from 'zod';
import type { Connector } from '../contract';
import { callX } from './api-call';
import { xSettings } from './manifest';
import { toAuthor } from './message';
import { xUser } from './schema';

const me = z.object({ data: xUser });

/** Whose account the token speaks for; another than the one that was named is refused. */
export function createXCheck(baseUrl: string): NonNullable<Connector['check']> {
  return async (channel, outbound, now) => {
    const settings = xSettings.safeParse(channel.settings);
    if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
    const path = 'users/me?user.fields=profile_image_url';
    const answer = await callX(baseUrl, { method: 'GET', path }, channel, outbound, now);
    if (answer.outcome !== 'answered') return answer;
    const user = me.safeParse(answer.json).data?.data;
    if (!user) return { outcome: 'failed', reason: 'unexpected_answer' };
    if (settings.data.userId !== undefined && settings.data.userId !== user.id)
      return { outcome: 'failed', reason: 'other_account_connected', detail: `@${user.username ?? user.id}` };
    const { externalId, name, handle, profileUrl: url, avatarUrl } = toAuthor(user.id, user);
    return {
      outcome: 'ok',
      account: {
        externalId,
        name,
        ...(handle && { handle }),
        ...(url && { url }),
        ...(avatarUrl && { avatarUrl }),
      },
      budgets: answer.budgets,
    };
  };
}
