import type { Connector, InboundEvent, InboundMessage, ParsedInbound, SkippedPart } from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { isRecord, readJson } from '../contract/read-json';
import { versionOf } from '../contract/version';
import { fetchedReviews, type Review, review, webhookDelivery, webhookEvent } from './schema';

/** Reviews that are not (or no longer) shown to anybody. */
const HIDDEN = new Set(['archived', 'deleted', 'inactive', 'removed']);

interface Gathered {
  events: InboundEvent[];
  skipped: SkippedPart[];
}

/** Reads a webhook's delivery, or the reviews that were fetched (`{ reviews, gone }`). */
export const parseTrustpilot: Connector['parseInbound'] = (body, _channel, receivedAt) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  if ('reviews' in json) return readFetched(json);
  const delivery = webhookDelivery.safeParse(json);
  if (!delivery.success)
    return { outcome: 'refused', reason: 'invalid_delivery', fields: toFieldErrors(delivery.error.issues) };
  const gathered: Gathered = { events: [], skipped: [] };
  for (const [place, event] of delivery.data.events.entries()) readEvent(event, place, receivedAt, gathered);
  return toParsed(gathered);
};

function readEvent(event: unknown, place: number, receivedAt: Date, gathered: Gathered): void {
  const path = `events.${place}`;
  const parsed = webhookEvent.safeParse(event);
  if (!parsed.success) {
    const fields = toFieldErrors(parsed.error.issues, ['events', String(place)]);
    gathered.skipped.push({ path, outcome: 'refused', reason: 'invalid_delivery', fields });
    return;
  }
  const { eventName, eventData } = parsed.data;
  const verb = /^service-review-(created|updated|deleted)$/.exec(eventName)?.[1];
  if (verb === 'deleted') gathered.events.push(deletionOf(eventData.id, receivedAt));
  else if (verb) readReview(eventData, `${path}.eventData`, gathered);
  else gathered.skipped.push({ path, outcome: 'ignored', reason: 'unknown_event' });
}

function readFetched(json: Record<string, unknown>): ParsedInbound {
  const fetched = fetchedReviews.safeParse(json);
  if (!fetched.success)
    return { outcome: 'refused', reason: 'invalid_delivery', fields: toFieldErrors(fetched.error.issues) };
  const gathered: Gathered = { events: [], skipped: [] };
  for (const [place, one] of fetched.data.reviews.entries()) readReview(one, `reviews.${place}`, gathered);
  for (const { id, at } of fetched.data.gone) gathered.events.push(deletionOf(id, at));
  return toParsed(gathered);
}

function readReview(value: unknown, path: string, gathered: Gathered): void {
  const parsed = review.safeParse(value);
  if (!parsed.success) {
    const fields = toFieldErrors(parsed.error.issues, path.split('.'));
    gathered.skipped.push({ path, outcome: 'refused', reason: 'invalid_delivery', fields });
    return;
  }
  const one = parsed.data;
  const versionAt = one.updatedAt ?? one.createdAt;
  if (one.status && HIDDEN.has(one.status)) gathered.events.push(deletionOf(one.id, versionAt));
  else gathered.events.push(toMessage(one), ...toReply(one));
}

function deletionOf(id: string, at: Date): InboundEvent {
  return {
    type: 'deleted',
    externalId: id,
    conversationExternalId: id,
    versionAt: versionOf('deleted', at),
  };
}

function toMessage(one: Review): InboundMessage {
  const isEdited = one.updatedAt != null && one.updatedAt > one.createdAt;
  const name = (one.consumer?.displayName ?? one.consumer?.name)?.trim();
  return {
    type: isEdited ? 'updated' : 'created',
    externalId: one.id,
    conversation: conversationOf(one),
    ...(one.consumer && {
      author: {
        externalId: one.consumer.id,
        name: name || `Trustpilot ${one.consumer.id.slice(-4)}`,
        ...(!name && { isNamePlaceholder: true }),
        profileUrl: `https://www.trustpilot.com/users/${encodeURIComponent(one.consumer.id)}`,
      },
    }),
    text: [one.title?.trim(), one.text?.trim()].filter(Boolean).join('\n\n'),
    kind: 'review',
    visibility: 'public',
    sentAt: one.createdAt,
    versionAt: versionOf(isEdited ? 'updated' : 'created', one.updatedAt ?? one.createdAt),
    ...(one.language && { language: one.language }),
    rating: one.stars,
    attachments: [],
    isOwn: false,
  };
}

/** The one answer a business may give, below its review. */
function toReply(one: Review): InboundMessage[] {
  const reply = one.companyReply;
  if (!reply) return [];
  return [
    {
      type: reply.updatedAt ? 'updated' : 'created',
      externalId: replyIdOf(one.id),
      conversation: conversationOf(one),
      text: reply.text,
      kind: 'comment',
      visibility: 'public',
      sentAt: reply.createdAt,
      versionAt: versionOf(reply.updatedAt ? 'updated' : 'created', reply.updatedAt ?? reply.createdAt),
      replyToExternalId: one.id,
      attachments: [],
      isOwn: true,
    },
  ];
}

function conversationOf({ id, title }: Review): InboundMessage['conversation'] {
  const subject = title?.trim().slice(0, 200);
  const url = `https://www.trustpilot.com/reviews/${encodeURIComponent(id)}`;
  return { externalId: id, ...(subject && { subject: subject.toWellFormed() }), url };
}

export function replyIdOf(reviewId: string): string {
  return `${reviewId}/reply`;
}

function toParsed({ events, skipped }: Gathered): ParsedInbound {
  if (events.length > 0) return { outcome: 'messages', events, ...(skipped.length > 0 && { skipped }) };
  const [first] = skipped;
  if (!first) return { outcome: 'ignored', reason: 'empty_delivery' };
  const { outcome, reason, fields } = first;
  return outcome === 'refused' ? { outcome, reason, ...(fields && { fields }) } : { outcome, reason };
}
