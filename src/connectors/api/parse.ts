import type { Connector, InboundEvent, InboundMessage } from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { isRecord, readJson } from '../contract/read-json';
import { type ApiEnvelope, type ApiMessage, apiEnvelope, timesInFuture } from './schema';

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
}

function toMessage(type: InboundMessage['type'], data: ApiMessage, versionAt: Date): InboundMessage {
  return withoutUndefined({
    type,
    externalId: data.externalId,
    conversation: withoutUndefined(data.conversation),
    author: withoutUndefined(data.author),
    text: data.text,
    kind: data.kind,
    visibility: data.visibility,
    sentAt: data.sentAt,
    versionAt,
    replyToExternalId: data.replyToExternalId,
    language: data.language,
    rating: data.rating,
    attachments: data.attachments ?? [],
    isOwn: false,
  }) as InboundMessage;
}

/** A delivery stands or falls as a whole: one refused entry refuses its batch, and the fields say which. */
export const parseApiDelivery: Connector['parseInbound'] = (body, _channel, receivedAt) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  const envelope = apiEnvelope.safeParse(json);
  if (!envelope.success) {
    const isKnown = /^message\.(created|updated|deleted|batch)$/.test(String(json.type));
    return {
      outcome: 'refused',
      reason: isKnown ? 'invalid_delivery' : 'unknown_delivery_type',
      fields: toFieldErrors(envelope.error.issues),
    };
  }
  const fields = timesInFuture(envelope.data, receivedAt);
  if (fields.length > 0) return { outcome: 'refused', reason: 'invalid_delivery', fields };
  return { outcome: 'messages', events: toEvents(envelope.data) };
};

function toEvents(envelope: ApiEnvelope): InboundEvent[] {
  switch (envelope.type) {
    case 'message.created':
      return [toMessage('created', envelope.data, envelope.timestamp)];
    case 'message.updated':
      return [toMessage('updated', envelope.data, envelope.timestamp)];
    case 'message.batch':
      return envelope.data.map((data) => toMessage('created', data, data.sentAt));
    case 'message.deleted': {
      const { externalId, conversation } = envelope.data;
      return [
        {
          type: 'deleted',
          externalId,
          ...(conversation && { conversationExternalId: conversation.externalId }),
          versionAt: envelope.timestamp,
        },
      ];
    }
  }
}
