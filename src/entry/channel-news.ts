import type { WorkspaceId } from '@/kernel/ids';
import { log } from '@/platform/log/log';

/** What a channel's door saw since it was last written down. */
export interface ChannelNews {
  channelId: string;
  refused: number;
  refusedAt: Date | null;
  handshakeAt: Date | null;
}

export type SaveNews = (workspaceId: WorkspaceId, news: ChannelNews) => Promise<void>;

/** Milliseconds between two writes for one channel, whatever is thrown at its door. */
const PAUSE_MS = 10_000;
/** Channels remembered at once; what more is told of is not counted. */
const MOST_CHANNELS = 2000;

/**
 * Counts in memory what strangers can cause at a door and writes it down at most once in ten seconds per channel: the
 * first at once, what follows together. A process that is killed loses the last seconds of counting, no more.
 */
export function gatherNews(save: SaveNews) {
  const pending = new Map<string, ChannelNews | null>();

  function writeDown(workspaceId: WorkspaceId, channelId: string): void {
    const news = pending.get(channelId);
    if (!news) {
      pending.delete(channelId);
      return;
    }
    pending.set(channelId, null);
    save(workspaceId, news).catch((error) => log.warn({ err: error, channelId }, 'channel news not written'));
    setTimeout(() => writeDown(workspaceId, channelId), PAUSE_MS).unref();
  }

  function tell(workspaceId: WorkspaceId, channelId: string, change: (news: ChannelNews) => void): void {
    const isQuiet = !pending.has(channelId);
    if (isQuiet && pending.size >= MOST_CHANNELS) return;
    const news = pending.get(channelId) ?? { channelId, refused: 0, refusedAt: null, handshakeAt: null };
    change(news);
    pending.set(channelId, news);
    if (isQuiet) writeDown(workspaceId, channelId);
  }

  return {
    refused: (workspaceId: WorkspaceId, channelId: string, at: Date): void =>
      tell(workspaceId, channelId, (news) => {
        news.refused += 1;
        news.refusedAt = at;
      }),
    shookHands: (workspaceId: WorkspaceId, channelId: string, at: Date): void =>
      tell(workspaceId, channelId, (news) => {
        news.handshakeAt = at;
      }),
  };
}
