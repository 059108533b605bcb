import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { OutboundResponse } from '@/platform/http/outbound';
import type { Connector, OutboundMessage, SendOutcome } from '../contract';
import { isLasting, retryAfterSeconds } from '../contract/http-outcome';
import { readJson, toStorable } from '../contract/read-json';
import { apiSettings, SIGNING_SECRET } from './manifest';

const TIMEOUT_MS = 15_000;
const MAX_RESPONSE_BYTES = 1_048_576;
const callbackAnswer = z.object({ externalId: z.string().min(1).max(512) });

function toBody(message: OutboundMessage, now: Date): string {
  const { id, conversation, replyToExternalId, text, author, attachments } = message;
  return JSON.stringify({
    type: 'message.send',
    timestamp: now.toISOString(),
    data: {
      id,
      conversation: { externalId: conversation.externalId },
      ...(replyToExternalId !== undefined && { replyToExternalId }),
      text,
      author: { name: author.name },
      ...(attachments.length > 0 && {
        attachments: attachments.map(({ url, contentType, name, size }) => ({
          url,
          contentType,
          name,
          size,
        })),
      }),
    },
  });
}

function toOutcome(response: OutboundResponse, now: Date): SendOutcome {
  const { status } = response;
  if (status >= 200 && status < 300) {
    const answer = callbackAnswer.safeParse(readJson(Buffer.from(response.body)));
    return answer.success
      ? { outcome: 'sent', externalId: toStorable(answer.data.externalId) }
      : { outcome: 'sent' };
  }
  const detail = `HTTP ${status}`;
  const retryAfter = retryAfterSeconds(response.headers, now);
  const wait = retryAfter === undefined ? {} : { retryAfter };
  if (status === 429) return { outcome: 'retry', reason: 'callback_rate_limited', ...wait, detail };
  if (status === 408 || status === 425)
    return { outcome: 'retry', reason: 'callback_timeout', ...wait, detail };
  if (status >= 500) return { outcome: 'retry', reason: 'callback_unavailable', ...wait, detail };
  if (status === 410) return { outcome: 'failed', reason: 'callback_gone', detail };
  return { outcome: 'failed', reason: 'callback_refused', detail };
}

/** Delivers a reply to the channel's callback, signed with the newest secret; `webhook-id` is the message's own id. */
export const sendToCallback: Connector['send'] = async (message, channel, { http }, now) => {
  const settings = apiSettings.safeParse(channel.settings);
  const url = settings.success ? settings.data.callbackUrl : undefined;
  if (url === undefined) return { outcome: 'failed', reason: 'no_callback' };
  const secret = channel.secrets[SIGNING_SECRET]?.[0];
  if (secret === undefined) return { outcome: 'failed', reason: 'no_secret' };
  const body = toBody(message, now);
  const answer = await http.request({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json',
      'webhook-id': message.id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(message.id, now, body),
    },
    body,
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: MAX_RESPONSE_BYTES,
  });
  if (answer.ok) return toOutcome(answer.value, now);
  const { reason, detail } = answer.refusal;
  return { outcome: isLasting(answer.refusal) ? 'failed' : 'retry', reason: `callback_${reason}`, detail };
};
