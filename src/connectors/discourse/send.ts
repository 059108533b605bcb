import { z } from 'zod';
import type { Connector } from '../contract';
import { callDiscourse } from './api-call';
import { POST_LIMIT } from './manifest';
import { postIdOf } from './schema';

const createdPost = z.object({ topic_id: z.int().min(1), post_number: z.int().min(1) });

/** Answers in the topic, below the post that is answered; a topic of private messages keeps the answer private. */
export const sendToDiscourse: Connector['send'] = async (message, channel, outbound, now) => {
  if (message.attachments.length > 0) return { outcome: 'failed', reason: 'attachments_unsupported' };
  if ([...message.text].length > POST_LIMIT) return { outcome: 'failed', reason: 'text_too_long' };
  if (message.visibility === 'private' && message.kind !== 'direct')
    return { outcome: 'failed', reason: 'private_reply_unsupported' };
  const topicId = message.conversation.externalId;
  if (!/^\d{1,15}$/.test(topicId)) return { outcome: 'failed', reason: 'thread_gone' };
  const [, parentTopic, parentNumber] = /^(\d+)\/(\d+)$/.exec(message.replyToExternalId ?? '') ?? [];
  const answer = await callDiscourse(
    {
      method: 'POST',
      path: '/posts.json',
      body: {
        raw: message.text,
        topic_id: Number(topicId),
        ...(parentTopic === topicId && { reply_to_post_number: Number(parentNumber) }),
      },
    },
    channel,
    outbound,
    now,
  );
  if (answer.outcome !== 'answered') return answer;
  // A post that waits for the moderators has no number yet.
  const created = createdPost.safeParse(answer.json).data;
  return created
    ? { outcome: 'sent', externalId: postIdOf(created.topic_id, created.post_number) }
    : { outcome: 'sent' };
};
