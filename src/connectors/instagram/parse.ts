import type { Connector } from '../contract';
import { type Part, readEntries } from '../contract/meta/entries';
import { parseMessagingItem } from '../contract/meta/parse-messaging';
import {
  type EntryContext,
  ignored,
  metaId,
  metaTime,
  type PartOutcome,
  refusedWithout,
} from '../contract/meta/part';
import { isRecord, readJson } from '../contract/read-json';
import { BRAND } from './manifest';
import { parseComment, parseMention } from './parse-comment';

/** Messaging events that come as a change where the account signed in with Instagram. */
const MESSAGING_FIELDS = new Set([
  'messages',
  'message_echoes',
  'message_edit',
  'message_reactions',
  'messaging_handover',
  'messaging_optins',
  'messaging_postbacks',
  'messaging_referral',
  'messaging_seen',
]);

/** The deliveries in these bytes: one, or a list as the documentation prints it. */
export function deliveriesIn(json: unknown): Record<string, unknown>[] | null {
  const list: unknown[] = Array.isArray(json) ? json : [json];
  return list.length > 0 && list.every(isRecord) ? list : null;
}

/** Reads both shapes: `changes` and `messaging` in an entry, or `field` and `value` in the entry itself. */
export const parseInstagramDelivery: Connector['parseInbound'] = (body, channel, receivedAt) => {
  const deliveries = deliveriesIn(readJson(body));
  if (deliveries === null) return { outcome: 'refused', reason: 'not_json_object' };
  const foreign = deliveries.find(({ object }) => typeof object === 'string' && object !== 'instagram');
  if (foreign) return { outcome: 'ignored', reason: 'other_object' };
  const unread = deliveries.find(({ object, entry }) => object === undefined || !Array.isArray(entry));
  if (unread) {
    const path = Array.isArray(unread.entry) ? 'object' : 'entry';
    return { outcome: 'refused', reason: 'invalid_delivery', fields: [{ path, reason: 'required' }] };
  }
  const { accountId } = channel.settings;
  const ours = typeof accountId === 'string' ? accountId : null;
  const entries = deliveries.flatMap(({ entry }) => entry as unknown[]);
  return readEntries(entries, (entry, path) => readEntry(entry, path, { ours, receivedAt }));
};

function readEntry(
  entry: unknown,
  path: string,
  { ours, receivedAt }: { ours: string | null; receivedAt: Date },
): Part[] {
  if (!isRecord(entry)) return [{ path, result: refusedWithout('') }];
  const entryId = metaId.safeParse(entry.id).data;
  if (ours !== null && entryId !== undefined && entryId !== ours)
    return [{ path, result: ignored('other_account') }];
  const accountId = ours ?? entryId;
  if (accountId === undefined) return [{ path, result: refusedWithout('id') }];
  const entryAt = metaTime.safeParse(entry.time).data ?? receivedAt;
  const context: EntryContext = { accountId, brand: BRAND, entryAt };
  const listed = (['changes', 'messaging', 'standby'] as const).flatMap((list) => {
    const items = entry[list];
    if (!Array.isArray(items)) return [];
    return items.map((item: unknown, index) => ({
      path: `${path}.${list}.${index}`,
      result: list === 'changes' ? parseChange(item, context) : parseMessagingItem(item, context),
    }));
  });
  return 'field' in entry ? [...listed, { path, result: parseChange(entry, context) }] : listed;
}

function parseChange(change: unknown, entry: EntryContext): PartOutcome {
  if (!isRecord(change) || typeof change.field !== 'string') return refusedWithout('field');
  const { field, value } = change;
  if (MESSAGING_FIELDS.has(field)) return parseMessagingItem(value, entry);
  if (field !== 'comments' && field !== 'live_comments' && field !== 'mentions')
    return ignored('unknown_field');
  if (!isRecord(value)) return refusedWithout('value');
  return field === 'mentions' ? parseMention(value, entry) : parseComment(value, entry);
}
