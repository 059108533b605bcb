import { z } from 'zod';
import { weightedLength } from '@/kernel/weighted-length';
import type { Connector, OutboundMessage, SendOutcome } from '../contract';
import { callX, type XCall } from './api-call';
import { DIRECT_LIMIT, POST_LIMIT, xSettings } from './manifest';
import { partnerIn } from './parse-direct';
import { xId } from './schema';

type Failure = Extract<SendOutcome, { outcome: 'failed' }>;

const created = z.object({
  data: z.object({ id: xId.optional(), dm_event_id: xId.optional() }),
});

function failed(reason: string): Failure {
  return { outcome: 'failed', reason };
}

/** An answer in public; a message of kind `post` that answers nothing begins a thread of its own. */
function planPost(message: OutboundMessage): XCall | Failure {
  if (weightedLength(message.text) > POST_LIMIT) return failed('text_too_long');
  const answers =
    message.replyToExternalId ?? (message.kind === 'post' ? undefined : message.conversation.externalId);
  if (answers !== undefined && !/^\d{1,20}$/.test(answers)) return failed('thread_gone');
  return {
    method: 'POST',
    path: 'tweets',
    body: { text: message.text, ...(answers && { reply: { in_reply_to_tweet_id: answers } }) },
  };
}

/** To the other one of a conversation of two. */
function planDirect(message: OutboundMessage, ownId: string | undefined): XCall | Failure {
  if (message.kind !== 'direct') return failed('private_reply_unsupported');
  if (weightedLength(message.text) > DIRECT_LIMIT) return failed('text_too_long');
  const person = partnerIn(message.conversation.externalId, ownId) ?? message.recipientExternalId;
  if (person === undefined || !/^\d{1,20}$/.test(person)) return failed('no_recipient');
  return { method: 'POST', path: `dm_conversations/with/${person}/messages`, body: { text: message.text } };
}

/** @param baseUrl for example `https://api.x.com` */
export function createXSend(baseUrl: string): Connector['send'] {
  return async (message, channel, outbound, now) => {
    const settings = xSettings.safeParse(channel.settings);
    if (!settings.success) return failed('settings_invalid');
    if (message.attachments.length > 0) return failed('attachments_unsupported');
    const call =
      message.visibility === 'private' ? planDirect(message, settings.data.userId) : planPost(message);
    if ('outcome' in call) return call;
    const answer = await callX(baseUrl, call, channel, outbound, now);
    if (answer.outcome !== 'answered') return answer;
    const { id, dm_event_id: directId } = created.safeParse(answer.json).data?.data ?? {};
    const externalId = directId ?? id;
    const { budgets } = answer;
    return { outcome: 'sent', ...(externalId && { externalId }), ...(budgets.length > 0 && { budgets }) };
  };
}

/** Likes a post, or takes it back; X wants to know who does. */
export function createXReact(baseUrl: string): NonNullable<Connector['react']> {
  return async ({ externalId, isOn }, channel, outbound, now) => {
    const userId = xSettings.safeParse(channel.settings).data?.userId;
    if (userId === undefined) return failed('settings_invalid');
    if (!/^\d{1,20}$/.test(externalId)) return failed('thread_gone');
    const call: XCall = isOn
      ? { method: 'POST', path: `users/${userId}/likes`, body: { tweet_id: externalId } }
      : { method: 'DELETE', path: `users/${userId}/likes/${externalId}` };
    const answer = await callX(baseUrl, call, channel, outbound, now);
    return answer.outcome === 'answered' ? { outcome: 'sent' } : answer;
  };
}
