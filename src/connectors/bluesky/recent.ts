import { z } from 'zod';
import type { Refusal } from '../contract';
import type { PolledEvent } from '../contract/asking';
import { postView } from './schema';
import { getPosts } from './sources';
import type { CallXrpc } from './xrpc-call';

/** Posts of late: what their counts said when last looked at, and whether they were missing then. */
export const recentShape = z.array(
  z.object({ uri: z.string(), counts: z.string().max(100), isMissed: z.boolean().optional() }),
);
type Recent = z.output<typeof recentShape>;

/**
 * Looks at them once more, in one call. Bluesky tells nobody of a deletion: who is missing twice is gone. New counts
 * are a new look at the same post.
 */
export async function reviewRecent(
  recent: Recent,
  { call, ownDid, now: seenAt }: { call: CallXrpc; ownDid: string; now: Date },
): Promise<{ events: PolledEvent[]; recent: Recent } | Refusal> {
  const shown = await getPosts(
    call,
    recent.map(({ uri }) => uri),
  );
  if ('outcome' in shown) return shown;
  const events: PolledEvent[] = [];
  const kept: Recent = [];
  const add = (externalId: string, what: object) =>
    events.push({ externalId, body: Buffer.from(JSON.stringify({ ownDid, seenAt, ...what })) });
  for (const { uri, counts, isMissed } of recent) {
    const post = shown.get(uri);
    if (post !== undefined) {
      const now = countsOf(post);
      if (now !== counts && now !== '0-0-0-0') add(`${uri}@${now}`, { post });
      kept.push({ uri, counts: now });
    } else if (isMissed) add(`${uri}@deleted`, { deleted: uri });
    else kept.push({ uri, counts, isMissed: true });
  }
  return { events, recent: kept };
}

function countsOf(raw: unknown): string {
  const post = postView.safeParse(raw).data;
  return [post?.replyCount, post?.repostCount, post?.likeCount, post?.quoteCount]
    .map((one) => one ?? 0)
    .join('-');
}
