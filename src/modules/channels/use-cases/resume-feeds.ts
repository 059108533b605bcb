import { defineSystemUseCase } from '@/platform/context/use-case';
import { drainChannel } from '../jobs';
import { startLiveFeed } from '../store/feeds';

/** Has the network of a channel that works again asked at once, from where it was, and applies what was held back. */
export const resumeFeeds = defineSystemUseCase({
  name: 'channels.resume-feeds',
  run: async ({ db, offers, enqueue }, { channelId }: { channelId: string }): Promise<void> => {
    const channel = await db.models.channel.findFirst({
      where: { workspaceId: db.workspaceId, id: channelId, removedAt: null, state: 'active' },
    });
    const connector = channel && offers.connectors.get(channel.connector);
    if (!connector) return;
    await startLiveFeed(db, channelId, connector);
    enqueue(drainChannel, { channelId }, { key: channelId });
  },
});
