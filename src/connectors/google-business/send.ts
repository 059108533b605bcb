import type { Connector } from '../contract';
import { callGoogle } from './api-call';
import { googleSettings, locationOf, REPLY_LIMIT } from './manifest';
import { replyIdOf } from './parse';

/** The one public answer below a review; a second takes the first one's place, as at Google itself. */
export function createGoogleSend(baseUrl: string): Connector['send'] {
  return async (message, channel, outbound, now) => {
    const settings = googleSettings.safeParse(channel.settings);
    if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
    if (message.attachments.length > 0) return { outcome: 'failed', reason: 'attachments_unsupported' };
    if (message.visibility === 'private') return { outcome: 'failed', reason: 'private_reply_unsupported' };
    if (Buffer.byteLength(message.text) > REPLY_LIMIT) return { outcome: 'failed', reason: 'text_too_long' };
    const reviewId = message.conversation.externalId;
    const name = `${locationOf(settings.data)}/reviews/${encodeURIComponent(reviewId)}`;
    const url = `${baseUrl.replace(/\/+$/, '')}/v4/${name}/reply`;
    const body = { comment: message.text };
    const answer = await callGoogle({ method: 'PUT', url, body }, channel, outbound, now);
    return answer.outcome === 'answered' ? { outcome: 'sent', externalId: replyIdOf(reviewId) } : answer;
  };
}
