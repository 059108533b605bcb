import { z } from 'zod';
import type { Connector, OutboundAttachment, OutboundMessage, SendOutcome } from '../contract';
import { encodeMultipart } from '../contract/multipart';
import { type BotCall, type BotRequest, botTokenOf, TOKEN_MISSING } from './bot-call';
import { CAPTION_LIMIT, TEXT_LIMIT } from './manifest';

const sentShape = z.object({
  message_id: z.int(),
  chat: z.object({ id: z.union([z.int(), z.string()]) }),
});
/** Photos may have 10 MB; what is larger goes as a document. */
const MAX_PHOTO_BYTES = 10_000_000;
type Failure = Extract<SendOutcome, { outcome: 'failed' }>;

/** Whole numbers as such: Telegram takes nothing else for a message or topic. */
function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function targetOf(message: OutboundMessage): Record<string, unknown> | null {
  const [chat, topic] = message.conversation.externalId.split('/');
  const chatId = numberIn(chat);
  if (chatId === undefined) return null;
  const thread = numberIn(topic);
  const parent = numberIn(message.replyToExternalId?.split(':')[1]);
  return {
    chat_id: chatId,
    ...(thread !== undefined && { message_thread_id: thread }),
    // An answer to what was deleted meanwhile still is an answer to the person.
    ...(parent !== undefined && {
      reply_parameters: { message_id: parent, allow_sending_without_reply: true },
    }),
  };
}

async function toFileRequest(
  file: OutboundAttachment,
  text: string,
  target: Record<string, unknown>,
): Promise<BotRequest> {
  const isPhoto = ['image/jpeg', 'image/png'].includes(file.contentType) && file.size <= MAX_PHOTO_BYTES;
  const fields = Object.fromEntries(
    Object.entries({ ...target, ...(text !== '' && { caption: text }) }).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
  const form = await encodeMultipart(fields, isPhoto ? 'photo' : 'document', file);
  return { method: isPhoto ? 'sendPhoto' : 'sendDocument', form };
}

function refusalOf({ text, attachments }: OutboundMessage): Failure | null {
  if (attachments.length > 1) return { outcome: 'failed', reason: 'too_many_attachments' };
  const limit = attachments.length > 0 ? CAPTION_LIMIT : TEXT_LIMIT;
  return text.length > limit ? { outcome: 'failed', reason: 'text_too_long' } : null;
}

/** A message of the bot, below what it answers; its id is `<chat>:<message>`. */
export function createTelegramSend(callBot: BotCall): Connector['send'] {
  return async (message, channel, outbound) => {
    const token = botTokenOf(channel);
    if (token === null) return TOKEN_MISSING;
    const refusal = refusalOf(message);
    if (refusal !== null) return refusal;
    const target = targetOf(message);
    if (target === null) return { outcome: 'failed', reason: 'no_recipient' };
    const [file] = message.attachments;
    const request: BotRequest = file
      ? await toFileRequest(file, message.text, target)
      : { method: 'sendMessage', body: { ...target, text: message.text } };
    const answer = await callBot(request, token, outbound);
    if (answer.outcome !== 'answered') return answer;
    const said = sentShape.safeParse(answer.result).data;
    return said ? { outcome: 'sent', externalId: `${said.chat.id}:${said.message_id}` } : { outcome: 'sent' };
  };
}

/** A thumbs-up under somebody's message, or none. */
export function createTelegramReact(callBot: BotCall): NonNullable<Connector['react']> {
  return async ({ externalId, isOn }, channel, outbound) => {
    const token = botTokenOf(channel);
    if (token === null) return TOKEN_MISSING;
    const [chatId, messageId] = externalId.split(':').map(numberIn);
    if (chatId === undefined || messageId === undefined) return { outcome: 'failed', reason: 'no_recipient' };
    const reaction = isOn ? [{ type: 'emoji', emoji: '👍' }] : [];
    const body = { chat_id: chatId, message_id: messageId, reaction };
    const answer = await callBot({ method: 'setMessageReaction', body }, token, outbound);
    return answer.outcome === 'answered' ? { outcome: 'sent' } : answer;
  };
}
