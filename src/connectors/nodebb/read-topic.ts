import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { callNodebb } from './api-call';
import { nodebbPost, topicPage } from './schema';

/** A topic of more than 800 posts since the last look is read no further back. */
const MAX_PAGES = 40;

export interface SeenPost {
  pid: string;
  /** Milliseconds of its last version. */
  changedAt: number;
  isDeleted: boolean;
  raw: unknown;
  topic: {
    tid: string;
    title?: string | null | undefined;
    slug?: string | null | undefined;
    mainPid: string;
  };
}

/** The posts of a topic from its end on until one that is no newer than `since`; none where the topic is gone. */
export async function readTopic(
  tid: string,
  since: number,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<SeenPost[] | Refusal> {
  const seen: SeenPost[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const path = `/api/topic/${encodeURIComponent(tid)}?sort=newest_to_oldest&page=${page}`;
    const answer = await callNodebb({ method: 'GET', path }, channel, outbound, now);
    if (answer.outcome === 'failed' && isOutOfSight(answer.reason)) return seen;
    if (answer.outcome !== 'answered') return answer;
    const read = topicPage.safeParse(answer.json).data;
    if (!read) return { outcome: 'failed', reason: 'unexpected_answer' };
    const { title, slug, mainPid } = read;
    // The first post stands on top of every order: it says nothing of how far back the page reaches.
    let oldest = Number.POSITIVE_INFINITY;
    for (const raw of read.posts) {
      const post = nodebbPost.safeParse(raw).data;
      if (!post) continue;
      if (post.pid !== mainPid) oldest = Math.min(oldest, post.timestamp);
      const changedAt = Math.max(post.timestamp, post.edited ?? 0);
      const topic = { tid: read.tid, title, slug, mainPid };
      seen.push({ pid: post.pid, changedAt, isDeleted: post.deleted === true, raw, topic });
    }
    if (oldest <= since || page >= (read.pagination?.pageCount ?? 1)) break;
  }
  return seen;
}

/** Deleted, or moved where this account may not read. */
function isOutOfSight(reason: string): boolean {
  return reason === 'thread_gone' || reason === 'permission_missing';
}
