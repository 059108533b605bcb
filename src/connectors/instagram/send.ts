import { z } from 'zod';
import type { Connector, OutboundMessage, SendOutcome } from '../contract';
import type { GraphRequest } from '../contract/meta/graph-call';
import { toStorable } from '../contract/read-json';
import type { createAccess } from './access';
import {
  COMMENT_LIMIT,
  DIRECT_LIMIT,
  HUMAN_AGENT_HOURS,
  instagramSettings,
  REPLY_WINDOW_HOURS,
} from './manifest';

const HOUR_MS = 60 * 60 * 1000;
const answerShape = z.object({
  id: z.string().max(512).optional(),
  message_id: z.string().max(512).optional(),
});
type Failure = Extract<SendOutcome, { outcome: 'failed' }>;

function failed(reason: string): Failure {
  return { outcome: 'failed', reason };
}

function isTooLong(text: string, limit: number): boolean {
  return Buffer.byteLength(text) > limit;
}

/** In public: below a comment, below our own post, or where somebody else named us. */
function planPublic(message: OutboundMessage, accountId: string): GraphRequest | Failure {
  if (message.attachments.length > 0) return failed('attachments_unsupported');
  if (isTooLong(message.text, COMMENT_LIMIT)) return failed('text_too_long');
  const mediaId = message.conversation.externalId;
  const commentId = message.replyToExternalId === mediaId ? undefined : message.replyToExternalId;
  const request = { method: 'POST', edge: 'comments' } as const;
  const body = { message: message.text };
  if (message.kind === 'mention') {
    const ids = { media_id: mediaId, ...(commentId && { comment_id: commentId }) };
    return { ...request, path: `${accountId}/mentions`, body: { ...ids, ...body } };
  }
  if (commentId) return { ...request, path: `${encodeURIComponent(commentId)}/replies`, body };
  return { ...request, path: `${encodeURIComponent(mediaId)}/comments`, body };
}

/** To the person alone: in the conversation, or as the one private reply to a comment. */
function planPrivate(message: OutboundMessage, now: Date): GraphRequest | Failure {
  const [file] = message.attachments;
  // Instagram takes a picture or words, not both in one message.
  if (file && message.text !== '') return failed('text_or_file');
  if (message.attachments.length > 1) return failed('too_many_attachments');
  if (isTooLong(message.text, DIRECT_LIMIT)) return failed('text_too_long');
  const isDirect = message.kind === 'direct';
  const commentId = message.replyToExternalId;
  if (!isDirect && commentId === undefined) return failed('no_recipient');
  if (!isDirect && file) return failed('attachments_unsupported');
  const hours = message.lastInboundAt ? (now.getTime() - message.lastInboundAt.getTime()) / HOUR_MS : 0;
  if (hours > HUMAN_AGENT_HOURS) return failed('reply_window_closed');
  if (file && file.url === undefined) return failed('attachment_unreachable');
  const content = file
    ? { attachment: { type: 'image', payload: { url: file.url } } }
    : { text: message.text };
  const recipient = isDirect
    ? { id: message.recipientExternalId ?? message.conversation.externalId }
    : { comment_id: commentId };
  const isLate = isDirect && hours > REPLY_WINDOW_HOURS;
  return {
    method: 'POST',
    edge: 'messages',
    path: 'me/messages',
    body: {
      recipient,
      message: content,
      ...(isLate && { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }),
    },
  };
}

/** Replies through whichever way in the channel has. */
export function createInstagramSend(accessOf: ReturnType<typeof createAccess>): Connector['send'] {
  return async (message, channel, outbound, now) => {
    const settings = instagramSettings.safeParse(channel.settings);
    if (!settings.success) return failed('settings_invalid');
    const [way] = accessOf(channel, outbound, now);
    if (!way) return { ...failed('access_token_missing'), needsReconnect: true };
    const isPrivate = message.visibility === 'private';
    const request = isPrivate ? planPrivate(message, now) : planPublic(message, settings.data.accountId);
    if ('outcome' in request) return request;
    const answer = await way.call(request);
    if (answer.outcome !== 'answered') return answer;
    const said = answerShape.safeParse(answer.json).data;
    const externalId = said?.message_id ?? said?.id;
    return externalId ? { outcome: 'sent', externalId: toStorable(externalId) } : { outcome: 'sent' };
  };
}
