import type { Connector, InboundMessage, ParsedInbound, WebhookRequest } from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { isRecord, readJson } from '../contract/read-json';
import { toMessage } from './message';
import { type DiscoursePost, discoursePost, postIdOf } from './schema';

type Event = 'created' | 'edited' | 'destroyed' | 'recovered';

const POST_EVENTS: Readonly<Record<string, Event | undefined>> = {
  post_created: 'created',
  post_edited: 'edited',
  post_destroyed: 'destroyed',
  post_recovered: 'recovered',
};
/** Everything a webhook may tell of beside posts. */
const LEFT_ASIDE: Readonly<Record<string, string | undefined>> = {
  ping: 'ping',
  // Each post of a topic tells of itself, its title with it.
  topic: 'topic_event',
  like: 'reaction',
  solved: 'solution_marked',
};
const SMALL_ACTION = 3;
const WHISPER = 4;

interface Delivery {
  event: string | undefined;
  /** The forum's own address, where its headers say so. */
  instance: string | undefined;
  body: Record<string, unknown>;
}

/** Reads one delivery, or one post that was asked for. What happened stands in the header `X-Discourse-Event`. */
export const parseDiscourseDelivery: Connector['parseInbound'] = (body, channel, receivedAt, headers) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  const delivery = readDelivery(json, headers);
  if (!('post' in delivery.body)) return leaveAside(delivery);
  const { post } = delivery.body;
  const event = eventOf(delivery.event, post);
  if (event === undefined) return { outcome: 'ignored', reason: 'unknown_event' };
  const parsed = discoursePost.safeParse(post);
  if (!parsed.success)
    return {
      outcome: 'refused',
      reason: 'invalid_delivery',
      fields: toFieldErrors(parsed.error.issues, ['post']),
    };
  const reason = reasonToIgnore(parsed.data, event);
  if (reason !== null) return { outcome: 'ignored', reason };
  const place = { baseUrl: settingOf(channel, 'baseUrl') ?? delivery.instance };
  return toParsed(parsed.data, event, { ...place, username: settingOf(channel, 'username') }, receivedAt);
};

/** A body may be kept together with its headers, as webhook logs show them: `{ headers, body }`. */
function readDelivery(json: Record<string, unknown>, headers: WebhookRequest['headers'] = {}): Delivery {
  const isWrapped = isRecord(json.headers) && isRecord(json.body);
  const found = isWrapped ? lowerNames(json.headers as Record<string, unknown>) : headers;
  const instance = found['x-discourse-instance'];
  return {
    event: found['x-discourse-event'],
    instance:
      instance && /^https?:\/\/[^\s/]{1,255}/i.test(instance) && URL.canParse(instance)
        ? instance
        : undefined,
    body: isWrapped ? (json.body as Record<string, unknown>) : json,
  };
}

function lowerNames(headers: Record<string, unknown>): Record<string, string | undefined> {
  const pairs = Object.entries(headers).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
}

function leaveAside({ event, body }: Delivery): ParsedInbound {
  const reason = Object.keys(LEFT_ASIDE).find((key) => key in body);
  if (reason !== undefined) return { outcome: 'ignored', reason: LEFT_ASIDE[reason] ?? 'unknown_event' };
  if (event !== undefined && event in POST_EVENTS)
    return { outcome: 'refused', reason: 'invalid_delivery', fields: [{ path: 'post', reason: 'required' }] };
  return { outcome: 'ignored', reason: 'unknown_event' };
}

/** Without a header (a post we asked for) the post itself says what it has been through. */
function eventOf(name: string | undefined, post: unknown): Event | undefined {
  if (name !== undefined) return POST_EVENTS[name];
  if (!isRecord(post)) return 'created';
  if (post.deleted_at != null) return 'destroyed';
  return Number(post.version) > 1 ? 'edited' : 'created';
}

function reasonToIgnore(post: DiscoursePost, event: Event): string | null {
  if (post.post_type === SMALL_ACTION) return 'small_action';
  if (post.post_type === WHISPER) return 'whisper';
  const isWithoutWords = post.raw == null && post.cooked == null;
  return event === 'edited' && isWithoutWords && !post.user_deleted ? 'content_not_included' : null;
}

interface Place {
  baseUrl: string | undefined;
  username: string | undefined;
}

function toParsed(post: DiscoursePost, event: Event, place: Place, receivedAt: Date): ParsedInbound {
  const externalId = postIdOf(post.topic_id, post.post_number);
  const changedAt = post.updated_at ?? post.created_at;
  // Its author took it back: the forum shows "(post deleted by author)" until it goes for good.
  if (event === 'destroyed' || (post.user_deleted && event !== 'recovered')) {
    // The moment of a deletion is often left out, and `updated_at` is older than it.
    const versionAt = post.deleted_at ?? (event === 'destroyed' ? receivedAt : changedAt);
    const conversationExternalId = String(post.topic_id);
    return {
      outcome: 'messages',
      events: [{ type: 'deleted', externalId, conversationExternalId, versionAt }],
    };
  }
  const isRestored = event === 'recovered';
  const message: InboundMessage = {
    type: event === 'created' ? 'created' : 'updated',
    externalId,
    ...toMessage(post, place),
    sentAt: post.created_at,
    // A recovery leaves `updated_at` as it was before the deletion; it is later than that all the same.
    versionAt: isRestored && receivedAt > changedAt ? receivedAt : changedAt,
    ...(isRestored && { isRestored }),
  };
  return { outcome: 'messages', events: [message] };
}

function settingOf(
  channel: { settings: Readonly<Record<string, unknown>> },
  name: string,
): string | undefined {
  const value = channel.settings[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
