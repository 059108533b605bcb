import { z } from 'zod';
import type { Connector } from '../contract';
import { callDiscourse } from './api-call';
import { discourseSettings } from './manifest';

const session = z.object({
  current_user: z.object({
    id: z.int(),
    username: z.string().min(1).max(60),
    name: z.string().max(500).nullish(),
  }),
});

/** Whose posts the key writes. */
export const checkDiscourse: NonNullable<Connector['check']> = async (channel, outbound, now) => {
  const answer = await callDiscourse(
    { method: 'GET', path: '/session/current.json' },
    channel,
    outbound,
    now,
  );
  if (answer.outcome !== 'answered')
    // Discourse answers "not found" to whoever is signed in as nobody.
    return answer.reason === 'thread_gone'
      ? { ...answer, outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true }
      : answer;
  const found = session.safeParse(answer.json).data?.current_user;
  if (!found) return { outcome: 'failed', reason: 'unexpected_answer' };
  const baseUrl = discourseSettings.parse(channel.settings).baseUrl.replace(/\/+$/, '');
  return {
    outcome: 'ok',
    account: {
      externalId: String(found.id),
      name: found.name?.trim() || found.username,
      handle: `@${found.username}`,
      url: `${baseUrl}/u/${encodeURIComponent(found.username)}`,
    },
  };
};
