import type { Connector } from '../contract';
import { callTrustpilot } from './api-call';
import { REPLY_LIMIT, trustpilotSettings } from './manifest';
import { replyIdOf } from './parse';

/** The one public answer below a review; a second takes the first one's place, as at Trustpilot itself. */
export function createTrustpilotSend(baseUrl: string): Connector['send'] {
  return async (message, channel, outbound, now) => {
    const settings = trustpilotSettings.safeParse(channel.settings);
    if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
    if (message.attachments.length > 0) return { outcome: 'failed', reason: 'attachments_unsupported' };
    if (message.visibility === 'private') return { outcome: 'failed', reason: 'private_reply_unsupported' };
    if ([...message.text].length > REPLY_LIMIT) return { outcome: 'failed', reason: 'text_too_long' };
    const reviewId = message.conversation.externalId;
    const { businessUserId } = settings.data;
    const body = { message: message.text, ...(businessUserId && { authorBusinessUserId: businessUserId }) };
    const path = `reviews/${encodeURIComponent(reviewId)}/reply`;
    const answer = await callTrustpilot(baseUrl, { method: 'POST', path, body }, channel, outbound, now);
    if (answer.outcome === 'gone') return { outcome: 'failed', reason: 'thread_gone' };
    return answer.outcome === 'answered' ? { outcome: 'sent', externalId: replyIdOf(reviewId) } : answer;
  };
}
