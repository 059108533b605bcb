import type { TenantContext } from '@/platform/context/context';
import { enqueueStatement } from '@/platform/jobs/job';
import { pollChannel, refreshChannel } from '../jobs';
import type { FeedRef } from '../store/feeds';
import { PRIORITY } from './record-poll';

type Context = Pick<TenantContext, 'db'>;

/** Jobs for feeds whose time has come; one a feed waits at a time. */
export async function enqueuePolls({ db }: Context, feeds: readonly FeedRef[]): Promise<void> {
  await db.pipeline(
    ...feeds.map(({ channelId, feed }) =>
      enqueueStatement(
        db.workspaceId,
        pollChannel,
        { channelId, feed },
        { key: `${channelId}:${feed}`, priority: PRIORITY[feed] },
      ),
    ),
  );
}

/** Jobs for channels whose access is about to end; one a channel waits at a time. */
export async function enqueueRefreshes({ db }: Context, channelIds: readonly string[]): Promise<void> {
  await db.pipeline(
    ...channelIds.map((channelId) =>
      enqueueStatement(db.workspaceId, refreshChannel, { channelId }, { key: channelId }),
    ),
  );
}
