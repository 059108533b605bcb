import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { ChannelAccess, Connector } from '../contract';
import { htmlToText } from '../contract/html-text';
import { callWordpress } from './api-call';
import { COMMENT_LIMIT } from './manifest';
import { wordpressComment } from './schema';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const created = wordpressComment.pick({ id: true });

/** Answers below the comment, as the channel's user. */
export const sendToWordpress: Connector['send'] = async (message, channel, outbound, now) => {
  if (message.attachments.length > 0) return { outcome: 'failed', reason: 'attachments_unsupported' };
  if (message.visibility === 'private') return { outcome: 'failed', reason: 'private_reply_unsupported' };
  // What is written is meant as text, not as HTML.
  const content = message.text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);
  if (Buffer.byteLength(content) > COMMENT_LIMIT) return { outcome: 'failed', reason: 'text_too_long' };
  const post = Number(message.conversation.externalId);
  const parent = Number(message.replyToExternalId ?? 0);
  if (!Number.isSafeInteger(post) || !Number.isSafeInteger(parent))
    return { outcome: 'failed', reason: 'thread_gone' };
  const call = { method: 'POST', route: '/wp/v2/comments', body: { post, parent, content } } as const;
  const answer = await callWordpress(call, channel, outbound, now);
  if (answer.outcome === 'failed' && answer.reason === 'duplicate_text') {
    const externalId = await findSent({ post, parent, text: message.text }, channel, outbound, now);
    if (externalId !== undefined) return { outcome: 'sent', externalId };
  }
  if (answer.outcome !== 'answered') return answer;
  const comment = created.safeParse(answer.json).data;
  return comment ? { outcome: 'sent', externalId: comment.id } : { outcome: 'sent' };
};

/** The comment a try before this one left: WordPress refuses the same words below the same comment twice. */
async function findSent(
  { post, parent, text }: { post: number; parent: number; text: string },
  channel: ChannelAccess,
  outbound: Outbound,
  now: Date,
): Promise<string | undefined> {
  const query = { context: 'edit', post: String(post), parent: String(parent), per_page: '100' };
  const answer = await callWordpress(
    { method: 'GET', route: '/wp/v2/comments', query },
    channel,
    outbound,
    now,
  );
  const list =
    answer.outcome === 'answered' ? z.array(wordpressComment).safeParse(answer.json).data : undefined;
  const flat = (words: string) => words.replace(/\s+/g, ' ').trim();
  return list?.find(({ content }) => flat(htmlToText(content.raw ?? content.rendered)) === flat(text))?.id;
}
