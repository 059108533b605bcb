import { z } from 'zod';
import type { Connector } from '../contract';
import { atUri } from './schema';
import { isRefusal, openSession } from './session';
import { getPosts } from './sources';
import { callerFor } from './xrpc-call';

const COLLECTION = 'app.bsky.feed.like';
const liked = z.object({ cid: z.string(), viewer: z.object({ like: atUri.nullish() }).nullish() });

/** Likes a post, or takes it back; what stands so already stays as it is. */
export const reactOnBluesky: NonNullable<Connector['react']> = async (
  { externalId, isOn },
  channel,
  outbound,
  now,
) => {
  if (!atUri.safeParse(externalId).success) return { outcome: 'failed', reason: 'thread_gone' };
  const session = await openSession(channel, outbound, now);
  if (isRefusal(session)) return session;
  const call = callerFor(channel, outbound, now);
  const found = await getPosts(call, [externalId]);
  if ('outcome' in found) return found;
  const post = liked.safeParse(found.get(externalId)).data;
  if (!post) return { outcome: 'failed', reason: 'thread_gone' };
  const like = post.viewer?.like ?? undefined;
  if (isOn === (like !== undefined)) return { outcome: 'sent' };
  const body = { repo: session.did, collection: COLLECTION };
  const record = {
    $type: COLLECTION,
    subject: { uri: externalId, cid: post.cid },
    createdAt: now.toISOString(),
  };
  const answer =
    like === undefined
      ? await call({ method: 'POST', nsid: 'com.atproto.repo.createRecord', body: { ...body, record } })
      : await call({
          method: 'POST',
          nsid: 'com.atproto.repo.deleteRecord',
          body: { ...body, rkey: like.split('/').at(-1) },
        });
  return answer.outcome === 'answered' ? { outcome: 'sent', budgets: answer.budgets } : answer;
};
