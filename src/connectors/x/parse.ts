import type { Connector, ParsedInbound } from '../contract';
import { type Part, summarize } from '../contract/meta/entries';
import { ignored, type PartOutcome, refusedWithout } from '../contract/meta/part';
import { isRecord, readJson } from '../contract/read-json';
import { parseDirectMessage, parseDirectRead } from './parse-direct';
import { type Delivery, parseDeletion, parseOlderPost, parsePost } from './parse-post';
import { xId } from './schema';

const MAX_PARTS = 500;

type ReadPart = (raw: unknown, delivery: Delivery) => PartOutcome;

/** Kinds of activity that bring a post. */
const POSTS = new Set(['post.create', 'post.mention.create', 'post.reply.create', 'post.quote.create']);
/** Why the other kinds are left aside, by the first words of their name. */
const LEFT_ASIDE: readonly [RegExp, string][] = [
  [/^chat\./, 'encrypted_message'],
  [/^like\./, 'reaction'],
  [/^follow\./, 'follow'],
  [/^(mute|block)\./, 'block_or_mute'],
  [/^profile\./, 'profile_change'],
  [/^(spaces|broadcast)\./, 'live_broadcast'],
  [/^news\./, 'news'],
  [/^oauth\./, 'access_revoked'],
];

const ignoredAs =
  (reason: string): ReadPart =>
  () =>
    ignored(reason);
/** Lists of the older form, and of direct messages in the newer. */
const LISTS: Readonly<Record<string, ReadPart>> = {
  tweet_create_events: parseOlderPost,
  tweet_delete_events: parseDeletion,
  direct_message_events: parseDirectMessage,
  direct_message_mark_read_events: parseDirectRead,
  direct_message_indicate_typing_events: ignoredAs('typing'),
  favorite_events: ignoredAs('reaction'),
  follow_events: ignoredAs('follow'),
  unfollow_events: ignoredAs('follow'),
  block_events: ignoredAs('block_or_mute'),
  unblock_events: ignoredAs('block_or_mute'),
  mute_events: ignoredAs('block_or_mute'),
  unmute_events: ignoredAs('block_or_mute'),
};

/** Reads one delivery of the X Activity API, or of the Account Activity API before it. */
export const parseXDelivery: Connector['parseInbound'] = (body, channel, receivedAt) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  const configured = xId.safeParse(channel.settings.userId).data;
  if (isRecord(json.data)) return readActivity(json.data, configured, receivedAt);
  if ('user_event' in json) return { outcome: 'ignored', reason: 'access_revoked' };
  if ('replay_job_status' in json) return { outcome: 'ignored', reason: 'replay_status' };
  const subscriber = xId.safeParse(json.for_user_id).data;
  if (isOther(subscriber, configured)) return { outcome: 'ignored', reason: 'other_account' };
  return readLists(json, '', { ownId: configured ?? subscriber, receivedAt, includes: json });
};

function isOther(subscriber: string | undefined, configured: string | undefined): boolean {
  return configured !== undefined && subscriber !== undefined && subscriber !== configured;
}

function readActivity(
  data: Record<string, unknown>,
  configured: string | undefined,
  receivedAt: Date,
): ParsedInbound {
  const { event_type: type, payload } = data;
  if (typeof type !== 'string') return named('data', refusedWithout('event_type'));
  const subscriber = xId.safeParse(isRecord(data.filter) ? data.filter.user_id : undefined).data;
  if (isOther(subscriber, configured)) return { outcome: 'ignored', reason: 'other_account' };
  const delivery: Delivery = {
    ownId: configured ?? subscriber,
    receivedAt,
    includes: isRecord(data.includes) ? data.includes : {},
  };
  if (POSTS.has(type)) return named('data.payload', parsePost(payload, delivery));
  if (type === 'post.delete') return named('data.payload', parseDeletion(payload, delivery));
  if (type.startsWith('dm.'))
    return isRecord(payload)
      ? readLists(payload, 'data.payload.', { ...delivery, includes: payload })
      : named('data', refusedWithout('payload'));
  const reason = LEFT_ASIDE.find(([kind]) => kind.test(type))?.[1] ?? 'unknown_event';
  return { outcome: 'ignored', reason };
}

function readLists(source: Record<string, unknown>, prefix: string, delivery: Delivery): ParsedInbound {
  const parts: Part[] = [];
  for (const [name, readPart] of Object.entries(LISTS)) {
    const list = source[name];
    if (list === undefined) continue;
    if (!Array.isArray(list)) parts.push({ path: `${prefix}${name}`, result: refusedWithout('') });
    else if (parts.length + list.length > MAX_PARTS)
      return { outcome: 'refused', reason: 'too_many_entries' };
    else
      for (const [index, entry] of list.entries())
        parts.push({ path: `${prefix}${name}.${index}`, result: readPart(entry, delivery) });
  }
  return parts.length === 0 ? { outcome: 'ignored', reason: 'unknown_event' } : summarize(parts);
}

function named(path: string, result: PartOutcome): ParsedInbound {
  return summarize([{ path, result }]);
}
