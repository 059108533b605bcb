import { z } from 'zod';
import type { Connector, SendOutcome } from '../contract';
import { callLinkedin } from './api-call';
import { COMMENT_LIMIT, linkedinSettings } from './manifest';
import { encodeUrn, urn } from './schema';

const createdComment = z.object({ commentUrn: urn });

function failed(reason: string): SendOutcome {
  return { outcome: 'failed', reason };
}

/** Answers below a post, or below the comment that is answered, as the page. @param baseUrl for example `https://api.linkedin.com` */
export function createLinkedinSend(baseUrl: string): Connector['send'] {
  return async (message, channel, outbound, now) => {
    const settings = linkedinSettings.safeParse(channel.settings);
    if (!settings.success) return failed('settings_invalid');
    if (message.attachments.length > 0) return failed('attachments_unsupported');
    if (message.visibility === 'private') return failed('private_reply_unsupported');
    if ([...message.text].length > COMMENT_LIMIT) return failed('text_too_long');
    const target = urn.safeParse(message.replyToExternalId ?? message.conversation.externalId).data;
    if (target === undefined) return failed('thread_gone');
    // A comment carries the name of the post it stands below.
    const post = /^urn:li:comment:\((urn:li:[\w:]+),/.exec(target)?.[1];
    const body = {
      actor: `urn:li:organization:${settings.data.organizationId}`,
      object: post ?? target,
      message: { text: message.text },
      ...(post && { parentComment: target }),
    };
    const path = `socialActions/${encodeUrn(target)}/comments`;
    const answer = await callLinkedin(baseUrl, { method: 'POST', path, body }, channel, outbound, now);
    if (answer.outcome !== 'answered') return answer;
    const externalId = createdComment.safeParse(answer.json).data?.commentUrn;
    return externalId ? { outcome: 'sent', externalId } : { outcome: 'sent' };
  };
}
