import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Refusal } from '../contract';
import { callWordpress } from './api-call';
import { embedded, type WordpressComment, wordpressComment, wordpressPost } from './schema';

export const PAGE_SIZE = 100;

export interface ListedComment {
  comment: WordpressComment;
  number: number;
  raw: unknown;
  /** Title and address of the post it stands below. */
  post: z.output<typeof wordpressPost>;
}

const list = z.array(z.unknown()).max(PAGE_SIZE);
const withoutEmbedded = z.looseObject({ _embedded: z.unknown(), _links: z.unknown() });

/** One page of all comments that are neither spam nor removed, the newest first; empty behind the last. */
export async function listComments(
  page: number,
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<ListedComment[] | Refusal> {
  const query = {
    context: 'edit',
    status: 'all',
    type: 'comment',
    orderby: 'id',
    order: 'desc',
    per_page: String(PAGE_SIZE),
    page: String(page),
    _embed: 'up',
  };
  const answer = await callWordpress(
    { method: 'GET', route: '/wp/v2/comments', query },
    channel,
    outbound,
    now,
  );
  if (answer.outcome !== 'answered') return answer;
  const items = list.safeParse(answer.json).data;
  if (!items) return { outcome: 'failed', reason: 'unexpected_answer' };
  return items.flatMap(toListed);
}

function toListed(item: unknown): ListedComment[] {
  const comment = wordpressComment.safeParse(item).data;
  if (!comment) return [];
  const [up] = embedded.safeParse(item).data?._embedded.up ?? [];
  const post = wordpressPost.safeParse(up).data ?? {};
  const { _embedded, _links, ...raw } = withoutEmbedded.parse(item);
  return [{ comment, number: Number(comment.id), raw, post }];
}
