import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { Connector, OutboundAttachment, OutboundMessage, SendOutcome } from '../contract';
import { type GraphCall, type GraphCredentials, graphCredentials } from '../contract/meta/graph-call';
import { encodeMultipart } from '../contract/multipart';
import { toStorable } from '../contract/read-json';
import { ACCESS_TOKEN, CAPTION_LIMIT, REPLY_WINDOW_HOURS, TEXT_LIMIT, whatsappSettings } from './manifest';

const HOUR_MS = 60 * 60 * 1000;
const graphAnswer = z.object({ messages: z.array(z.object({ id: z.string().max(512) })).min(1) });
const uploadAnswer = z.object({ id: z.string().min(1).max(512) });

type Failure = Extract<SendOutcome, { outcome: 'failed' }>;
type Body = Readonly<Record<string, unknown>>;

function failed(reason: string): Failure {
  return { outcome: 'failed', reason };
}

/** A group, a phone number, or the id that stands for a person who hides theirs. */
function toRecipient(message: OutboundMessage): Body {
  const { externalId } = message.conversation;
  if (externalId.endsWith('@g.us')) return { recipient_type: 'group', to: externalId };
  const id = message.recipientExternalId ?? externalId;
  const who = /^\+?\d+$/.test(id) ? { to: `+${id.replace(/^\+/, '')}` } : { recipient: id };
  return { recipient_type: 'individual', ...who };
}

function toTemplate({ name, language, parameters }: NonNullable<OutboundMessage['template']>): Body {
  const components = [{ type: 'body', parameters: parameters.map((text) => ({ type: 'text', text })) }];
  return {
    type: 'template',
    template: { name, language: { code: language }, ...(parameters.length > 0 && { components }) },
  };
}

/** Pictures and films as such where WhatsApp shows them; everything else as a document, which takes any type. */
function mediaTypeOf({ contentType, size }: OutboundAttachment): 'image' | 'video' | 'document' {
  if (['image/jpeg', 'image/png'].includes(contentType) && size <= 5_000_000) return 'image';
  return ['video/mp4', 'video/3gpp'].includes(contentType) && size <= 16_000_000 ? 'video' : 'document';
}

function refusalOf(message: OutboundMessage, now: Date): Failure | null {
  if (message.template) return null;
  const { lastInboundAt, attachments, text } = message;
  // Without a word of theirs the window was never open.
  const hours = lastInboundAt
    ? (now.getTime() - lastInboundAt.getTime()) / HOUR_MS
    : Number.POSITIVE_INFINITY;
  if (hours > REPLY_WINDOW_HOURS) return failed('template_required');
  if (attachments.length > 1) return failed('too_many_attachments');
  return text.length > (attachments.length > 0 ? CAPTION_LIMIT : TEXT_LIMIT) ? failed('text_too_long') : null;
}

interface Sending {
  callGraph: GraphCall;
  phoneNumberId: string;
  credentials: GraphCredentials;
  outbound: Outbound;
  now: Date;
}

/** The message's own part: template, file with caption, or text. */
async function toContent(
  message: OutboundMessage,
  sending: Sending,
): Promise<Body | Exclude<SendOutcome, { outcome: 'sent' }>> {
  if (message.template) return toTemplate(message.template);
  const [file] = message.attachments;
  if (!file) return { type: 'text', text: { body: message.text, preview_url: true } };
  const { callGraph, phoneNumberId, credentials, outbound, now } = sending;
  const form = await encodeMultipart({ messaging_product: 'whatsapp', type: file.contentType }, 'file', file);
  const path = `${phoneNumberId}/media`;
  const answer = await callGraph(
    { method: 'POST', path, edge: 'messages', form },
    credentials,
    outbound,
    now,
  );
  if (answer.outcome !== 'answered') return answer;
  const id = uploadAnswer.safeParse(answer.json).data?.id;
  if (id === undefined)
    return { outcome: 'retry', reason: 'network_unavailable', detail: 'upload without an id' };
  const type = mediaTypeOf(file);
  const caption = message.text === '' ? {} : { caption: message.text };
  return { type, [type]: { id, ...caption, ...(type === 'document' && { filename: file.name }) } };
}

/** Replies within 24 hours, templates at any time; the token travels in a header. */
export function createWhatsappSend(callGraph: GraphCall): Connector['send'] {
  return async (message, channel, outbound, now) => {
    const settings = whatsappSettings.safeParse(channel.settings);
    if (!settings.success) return failed('settings_invalid');
    const credentials = graphCredentials(channel, ACCESS_TOKEN);
    if (credentials === null) return { ...failed('access_token_missing'), needsReconnect: true };
    const refusal = refusalOf(message, now);
    if (refusal !== null) return refusal;
    const { phoneNumberId } = settings.data;
    const content = await toContent(message, { callGraph, phoneNumberId, credentials, outbound, now });
    if ('outcome' in content) return content as Exclude<SendOutcome, { outcome: 'sent' }>;
    const body = {
      messaging_product: 'whatsapp',
      ...toRecipient(message),
      ...(message.replyToExternalId && { context: { message_id: message.replyToExternalId } }),
      ...content,
      // Comes back with the message's status, for whoever compares the two.
      biz_opaque_callback_data: message.id,
    };
    const path = `${phoneNumberId}/messages`;
    const answer = await callGraph(
      { method: 'POST', path, edge: 'messages', body },
      credentials,
      outbound,
      now,
    );
    if (answer.outcome !== 'answered') return answer;
    const externalId = graphAnswer.safeParse(answer.json).data?.messages[0]?.id;
    return externalId ? { outcome: 'sent', externalId: toStorable(externalId) } : { outcome: 'sent' };
  };
}
