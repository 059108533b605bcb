import { z } from 'zod';
import type { Connector } from '../contract';
import { callNodebb } from './api-call';
import { nodebbSettings } from './manifest';

const self = z.object({
  uid: z.int(),
  username: z.string().max(200),
  displayname: z.string().max(200).nullish(),
  userslug: z.string().max(200).nullish(),
});

/** Whose posts the token writes: guests have the number 0. */
export const checkNodebb: NonNullable<Connector['check']> = async (channel, outbound, now) => {
  const answer = await callNodebb({ method: 'GET', path: '/api/self' }, channel, outbound, now);
  if (answer.outcome !== 'answered') return answer;
  const user = self.safeParse(answer.json).data;
  if (!user) return { outcome: 'failed', reason: 'unexpected_answer' };
  if (user.uid === 0) return { outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true };
  const settings = nodebbSettings.parse(channel.settings);
  if (settings.username.toLowerCase() !== user.username.toLowerCase())
    return { outcome: 'failed', reason: 'other_account_connected', detail: `@${user.username}` };
  const baseUrl = settings.baseUrl.replace(/\/+$/, '');
  return {
    outcome: 'ok',
    account: {
      externalId: String(user.uid),
      name: user.displayname || user.username,
      handle: `@${user.username}`,
      url: `${baseUrl}/user/${encodeURIComponent(user.userslug || user.username)}`,
    },
  };
};
