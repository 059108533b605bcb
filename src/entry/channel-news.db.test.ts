import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WorkspaceId } from '@/kernel/ids';
import { type ChannelNews, gatherNews } from './channel-news';

const workspaceId = 'w' as WorkspaceId;
let saved: ChannelNews[];
beforeEach(() => {
  saved = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const gather = () =>
  gatherNews(async (_, news) => {
    saved.push({ ...news });
  });

it('writes the first down at once, then ten seconds of them together, however many', () => {
  const news = gather();
  for (let count = 0; count < 1000; count += 1) news.refused(workspaceId, 'a', new Date(count));
  expect(saved.map(({ refused }) => refused)).toEqual([1]);
  vi.advanceTimersByTime(9_999);
  expect(saved).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(saved.slice(1)).toEqual([
    { channelId: 'a', refused: 999, refusedAt: new Date(999), handshakeAt: null },
  ]);
  vi.advanceTimersByTime(60_000);
  expect(saved).toHaveLength(2);
});

it('counts each channel alone, and handshakes beside refusals', () => {
  const news = gather();
  news.refused(workspaceId, 'a', new Date(1));
  news.shookHands(workspaceId, 'b', new Date(2));
  news.shookHands(workspaceId, 'a', new Date(3));
  vi.advanceTimersByTime(10_000);
  expect(saved).toEqual([
    { channelId: 'a', refused: 1, refusedAt: new Date(1), handshakeAt: null },
    { channelId: 'b', refused: 0, refusedAt: null, handshakeAt: new Date(2) },
    { channelId: 'a', refused: 0, refusedAt: null, handshakeAt: new Date(3) },
  ]);
});

it('keeps its memory small, and begins anew when it was quiet', () => {
  const news = gather();
  for (let channel = 0; channel < 5000; channel += 1) news.refused(workspaceId, `c${channel}`, new Date());
  expect(saved).toHaveLength(2000);
  vi.advanceTimersByTime(10_000);
  news.refused(workspaceId, 'late', new Date());
  expect(saved.at(-1)?.channelId).toBe('late');
});
