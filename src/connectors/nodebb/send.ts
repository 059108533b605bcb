import { z } from 'zod';
import type { Connector } from '../contract';
import { callNodebb } from './api-call';
import { POST_LIMIT } from './manifest';
import { nodebbPost } from './schema';

const createdPost = z.object({ response: z.object({ pid: nodebbPost.shape.pid }) });

/** Answers in the topic, and says which post it answers. */
export const sendToNodebb: Connector['send'] = async (message, channel, outbound, now) => {
  if (message.attachments.length > 0) return { outcome: 'failed', reason: 'attachments_unsupported' };
  if (message.visibility === 'private') return { outcome: 'failed', reason: 'private_reply_unsupported' };
  if ([...message.text].length > POST_LIMIT) return { outcome: 'failed', reason: 'text_too_long' };
  const { replyToExternalId: answers } = message;
  const path = `/api/v3/topics/${encodeURIComponent(message.conversation.externalId)}`;
  const toPid = answers !== undefined && /^\d{1,15}$/.test(answers) ? Number(answers) : answers;
  const body = { content: message.text, ...(toPid !== undefined && { toPid }) };
  const answer = await callNodebb({ method: 'POST', path, body }, channel, outbound, now);
  if (answer.outcome !== 'answered') return answer;
  // A post that waits for the moderators has no number yet.
  const created = createdPost.safeParse(answer.json).data;
  return created ? { outcome: 'sent', externalId: created.response.pid } : { outcome: 'sent' };
};
