import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { ChannelAccess, Connector, OutboundMessage, SendOutcome } from '../contract';
import { isLasting } from '../contract/http-outcome';
import { readJson, toStorable } from '../contract/read-json';
import { type GraphEdge, toGraphFailure } from './graph-errors';
import {
  APP_SECRET,
  COMMENT_LIMIT,
  facebookSettings,
  HUMAN_AGENT_HOURS,
  MESSENGER_LIMIT,
  PAGE_ACCESS_TOKEN,
  REPLY_WINDOW_HOURS,
} from './manifest';

const GRAPH_VERSION = 'v26.0';
const TIMEOUT_MS = 20_000;
const HOUR_MS = 60 * 60 * 1000;

const graphAnswer = z.object({
  id: z.string().max(512).optional(),
  message_id: z.string().max(512).optional(),
});

interface GraphCall {
  edge: GraphEdge;
  path: string;
  body: Record<string, unknown>;
}
type Failure = Extract<SendOutcome, { outcome: 'failed' }>;

function failed(reason: string): Failure {
  return { outcome: 'failed', reason };
}

/** Below a comment or post: in public. */
function planComment(message: OutboundMessage): GraphCall | Failure {
  if (message.text.length > COMMENT_LIMIT) return failed('text_too_long');
  const target = message.replyToExternalId ?? message.conversation.externalId;
  return {
    edge: 'comments',
    path: `${encodeURIComponent(target)}/comments`,
    body: { message: message.text },
  };
}

/** To the person alone: in Messenger, or as the one private reply Meta allows to a comment. */
function planMessage(message: OutboundMessage, pageId: string, now: Date): GraphCall | Failure {
  if (message.text.length > MESSENGER_LIMIT) return failed('text_too_long');
  const isDirect = message.kind === 'direct';
  const commentId = message.replyToExternalId;
  if (!isDirect && commentId === undefined) return failed('no_recipient');
  const recipient = isDirect
    ? { id: message.recipientExternalId ?? message.conversation.externalId }
    : { comment_id: commentId };
  const hours = message.lastInboundAt ? (now.getTime() - message.lastInboundAt.getTime()) / HOUR_MS : 0;
  if (hours > HUMAN_AGENT_HOURS) return failed('reply_window_closed');
  const isLate = isDirect && hours > REPLY_WINDOW_HOURS;
  return {
    edge: 'messages',
    path: `${pageId}/messages`,
    body: {
      recipient,
      message: { text: message.text },
      ...(isLate ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' }),
    },
  };
}

function credentialsOf(channel: ChannelAccess): { token: string; proof: Record<string, string> } | null {
  const token = channel.secrets[PAGE_ACCESS_TOKEN]?.[0];
  if (token === undefined) return null;
  const appSecret = channel.secrets[APP_SECRET]?.[0];
  if (appSecret === undefined) return { token, proof: {} };
  return { token, proof: { appsecret_proof: createHmac('sha256', appSecret).update(token).digest('hex') } };
}

/**
 * Replies through the Graph API; the token travels in a header, never in the address.
 * @param graphBaseUrl for example `https://graph.facebook.com`
 */
export function createGraphSend(graphBaseUrl: string): Connector['send'] {
  const base = `${graphBaseUrl.replace(/\/+$/, '')}/${GRAPH_VERSION}`;
  return async (message, channel, { http }, now) => {
    const settings = facebookSettings.safeParse(channel.settings);
    if (!settings.success) return failed('settings_invalid');
    const credentials = credentialsOf(channel);
    if (credentials === null) return { ...failed('access_token_missing'), needsReconnect: true };
    if (message.attachments.length > 0) return failed('attachments_unsupported');
    const isPrivate = message.visibility === 'private';
    const call = isPrivate ? planMessage(message, settings.data.pageId, now) : planComment(message);
    if ('outcome' in call) return call;
    const answer = await http.request({
      method: 'POST',
      url: `${base}/${call.path}`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${credentials.token}` },
      body: JSON.stringify({ ...call.body, ...credentials.proof }),
      timeoutMs: TIMEOUT_MS,
    });
    if (!answer.ok) {
      const { reason, detail } = answer.refusal;
      const outcome = isLasting(answer.refusal) ? 'failed' : 'retry';
      return {
        outcome,
        reason: outcome === 'retry' ? 'network_unavailable' : 'network_refused',
        detail: `${reason} ${detail}`,
      };
    }
    if (answer.value.status < 200 || answer.value.status > 299)
      return toGraphFailure(answer.value, call.edge, now);
    const said = graphAnswer.safeParse(readJson(Buffer.from(answer.value.body))).data;
    const externalId = said?.message_id ?? said?.id;
    return externalId ? { outcome: 'sent', externalId: toStorable(externalId) } : { outcome: 'sent' };
  };
}
