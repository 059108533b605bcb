import type { Connector } from '../contract';
import { blueskyAuthor } from './schema';
import { isRefusal, openSession } from './session';
import { callerFor } from './xrpc-call';

/** Whose account the app password opens. */
export const checkBluesky: NonNullable<Connector['check']> = async (channel, outbound, now) => {
  const session = await openSession(channel, outbound, now);
  if (isRefusal(session)) return session;
  const call = callerFor(channel, outbound, now);
  const query = new URLSearchParams({ actor: session.did });
  const answer = await call({ method: 'GET', nsid: `app.bsky.actor.getProfile?${query}` });
  if (answer.outcome !== 'answered') return answer;
  const profile = blueskyAuthor.safeParse(answer.json).data;
  if (!profile) return { outcome: 'failed', reason: 'unexpected_answer' };
  return {
    outcome: 'ok',
    account: {
      externalId: profile.did,
      name: profile.displayName?.trim() || profile.handle,
      handle: `@${profile.handle}`,
      url: `https://bsky.app/profile/${profile.handle}`,
      ...(profile.avatar && { avatarUrl: profile.avatar }),
    },
    budgets: answer.budgets,
  };
};
