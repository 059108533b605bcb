import type { Connector, InboundAuthor, InboundMessage } from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { isRecord, readJson } from '../contract/read-json';
import { type VisitorDelivery, visitorDelivery } from './schema';

/** One message of a visitor; they have one conversation with a channel, named as they are. */
export const parseVisitorMessage: Connector['parseInbound'] = (body) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  const delivery = visitorDelivery.safeParse(json);
  if (!delivery.success) {
    return {
      outcome: 'refused',
      reason: 'invalid_delivery',
      fields: toFieldErrors(delivery.error.issues),
    };
  }
  return { outcome: 'messages', events: [toMessage(delivery.data)] };
};

function toMessage({ visitorId, receivedAt, post }: VisitorDelivery): InboundMessage {
  const at = new Date(receivedAt);
  return {
    type: 'created',
    externalId: messageIdOf(visitorId, post.id),
    conversation: { externalId: visitorId, ...(post.page && { url: post.page.url }) },
    author: toAuthor(visitorId, post),
    text: post.text,
    kind: 'direct',
    visibility: 'private',
    sentAt: at,
    versionAt: at,
    attachments: [],
    isOwn: false,
  };
}

/** The browser's own id of a message means something only beside the visitor's: nobody can take another's. */
export function messageIdOf(visitorId: string, postId: string): string {
  return `${visitorId}/${postId}`;
}

function toAuthor(visitorId: string, { name, email }: VisitorDelivery['post']): InboundAuthor {
  return {
    externalId: visitorId,
    ...(name ? { name } : { name: email ?? `Chat ${visitorId.slice(-4)}`, isNamePlaceholder: true }),
    ...(email !== undefined && { handle: email }),
  };
}
