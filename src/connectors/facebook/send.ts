import { z } from 'zod';
import type { Connector, OutboundAttachment, OutboundMessage, SendOutcome } from '../contract';
import {
  createGraphCall,
  type GraphAnswer,
  type GraphRequest,
  graphCredentials,
} from '../contract/meta/graph-call';
import { PART_OF_REPLY } from '../contract/meta/parse-messaging';
import { encodeMultipart } from '../contract/multipart';
import { toStorable } from '../contract/read-json';
import {
  COMMENT_LIMIT,
  facebookSettings,
  HUMAN_AGENT_HOURS,
  MESSENGER_LIMIT,
  PAGE_ACCESS_TOKEN,
  REPLY_WINDOW_HOURS,
} from './manifest';

const HOUR_MS = 60 * 60 * 1000;

const graphAnswer = z.object({
  id: z.string().max(512).optional(),
  message_id: z.string().max(512).optional(),
});

type Failure = Extract<SendOutcome, { outcome: 'failed' }>;

function failed(reason: string): Failure {
  return { outcome: 'failed', reason };
}

/** Below a comment or post: in public. */
function planComment(message: OutboundMessage): GraphRequest | Failure {
  if (message.text.length > COMMENT_LIMIT) return failed('text_too_long');
  const target = message.replyToExternalId ?? message.conversation.externalId;
  return {
    method: 'POST',
    edge: 'comments',
    path: `${encodeURIComponent(target)}/comments`,
    body: { message: message.text },
  };
}

interface MessagePlan extends GraphRequest {
  body: { recipient: object; message: object; messaging_type: string; tag?: string };
}

/** To the person alone: in Messenger, or as the one private reply Meta allows to a comment. */
function planMessage(message: OutboundMessage, pageId: string, now: Date): MessagePlan | Failure {
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
    method: 'POST',
    edge: 'messages',
    path: `${pageId}/messages`,
    body: {
      recipient,
      message: { text: message.text },
      ...(isLate ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' }),
    },
  };
}

/**
 * The file of a reply is a message of its own: Messenger takes no text beside it. Its echo is marked, so that the reply
 * does not come back as two. https://developers.facebook.com/docs/messenger-platform/send-messages#sending_attachments
 */
async function planFile({ path, edge, body }: MessagePlan, file: OutboundAttachment): Promise<GraphRequest> {
  const [kind = ''] = file.contentType.split('/');
  const type = ['image', 'video', 'audio'].includes(kind) ? kind : 'file';
  const { recipient, message: _, ...how } = body;
  const message = { attachment: { type, payload: {} }, metadata: PART_OF_REPLY };
  const fields = { recipient: JSON.stringify(recipient), message: JSON.stringify(message), ...how };
  return { method: 'POST', path, edge, form: await encodeMultipart(fields, 'filedata', file) };
}

/** Once the file is there, another try would send it again: what fails then is for a person to see. */
function partlySent(outcome: SendOutcome): SendOutcome {
  if (outcome.outcome === 'sent') return outcome;
  const { reason, detail } = outcome;
  return {
    outcome: 'failed',
    reason: 'partly_sent',
    detail: detail ?? reason,
    ...(outcome.outcome === 'failed' && outcome.needsReconnect && { needsReconnect: true }),
  };
}

/**
 * Replies through the Graph API.
 * @param graphBaseUrl for example `https://graph.facebook.com`
 */
export function createGraphSend(graphBaseUrl: string): Connector['send'] {
  const callGraph = createGraphCall(graphBaseUrl);
  return async (message, channel, outbound, now) => {
    const settings = facebookSettings.safeParse(channel.settings);
    if (!settings.success) return failed('settings_invalid');
    const credentials = graphCredentials(channel, PAGE_ACCESS_TOKEN);
    if (credentials === null) return { ...failed('access_token_missing'), needsReconnect: true };
    const [file, ...more] = message.attachments;
    const isFileTaken = message.kind === 'direct' && more.length === 0;
    if (file && !isFileTaken) return failed('attachments_unsupported');
    const isPrivate = message.visibility === 'private';
    const request = isPrivate ? planMessage(message, settings.data.pageId, now) : planComment(message);
    if ('outcome' in request) return request;
    const call = async (one: GraphRequest) => toOutcome(await callGraph(one, credentials, outbound, now));
    if (!file || !isPlanOfMessage(request)) return call(request);
    const sentFile = await call(await planFile(request, file));
    return sentFile.outcome === 'sent' ? partlySent(await call(request)) : sentFile;
  };
}

function isPlanOfMessage(request: GraphRequest): request is MessagePlan {
  return request.edge === 'messages';
}

function toOutcome(answer: GraphAnswer): SendOutcome {
  if (answer.outcome !== 'answered') return answer;
  const said = graphAnswer.safeParse(answer.json).data;
  const externalId = said?.message_id ?? said?.id;
  return externalId ? { outcome: 'sent', externalId: toStorable(externalId) } : { outcome: 'sent' };
}
