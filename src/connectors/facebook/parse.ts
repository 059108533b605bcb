import type { Connector, ParsedInbound } from '../contract';
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
import { parseFeedChange } from './parse-feed';
import { parseRatingChange } from './parse-rating';

/** Reads one delivery. Unknown keys are let pass (Meta adds fields), the ones used are checked. */
export const parseFacebookDelivery: Connector['parseInbound'] = (body, channel, receivedAt) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  const pageId = typeof channel.settings.pageId === 'string' ? channel.settings.pageId : null;
  // A messaging item without its envelope, as Meta's documentation prints them.
  const entries = !('entry' in json) && 'sender' in json ? [{ messaging: [json] }] : json.entry;
  if (typeof json.object === 'string' && json.object !== 'page')
    return { outcome: 'ignored', reason: 'other_object' };
  if (!Array.isArray(entries)) return refusedWithout('entry') as ParsedInbound;
  if (json.object === undefined && 'entry' in json) return refusedWithout('object') as ParsedInbound;
  return readEntries(entries, (entry, path) => readEntry(entry, path, pageId, receivedAt));
};

function readEntry(entry: unknown, path: string, pageId: string | null, receivedAt: Date): Part[] {
  if (!isRecord(entry)) return [{ path, result: refusedWithout('') }];
  const entryId = metaId.safeParse(entry.id).data ?? firstRecipient(entry);
  if (pageId !== null && entryId !== undefined && entryId !== pageId)
    return [{ path, result: ignored('other_page') }];
  const page = pageId ?? entryId;
  if (page === undefined) return [{ path, result: refusedWithout('id') }];
  const context: EntryContext = {
    accountId: page,
    brand: BRAND,
    entryAt: metaTime.safeParse(entry.time).data ?? receivedAt,
  };
  const parts: Part[] = [];
  for (const list of ['changes', 'messaging', 'standby'] as const) {
    const items = entry[list];
    if (!Array.isArray(items)) continue;
    items.forEach((item: unknown, index) => {
      const result = list === 'changes' ? parseChange(item, context) : parseMessagingItem(item, context);
      parts.push({ path: `${path}.${list}.${index}`, result });
    });
  }
  return parts;
}

/** A bare messaging item has no entry to name its page: the recipient is. */
function firstRecipient(entry: Record<string, unknown>): string | undefined {
  const first: unknown = Array.isArray(entry.messaging) ? entry.messaging[0] : undefined;
  const recipient = isRecord(first) && isRecord(first.recipient) ? first.recipient.id : undefined;
  return metaId.safeParse(recipient).data;
}

function parseChange(change: unknown, entry: EntryContext): PartOutcome {
  if (!isRecord(change) || typeof change.field !== 'string') return refusedWithout('field');
  const { field, value } = change;
  if (field !== 'feed' && field !== 'mention' && field !== 'ratings') return ignored('unknown_field');
  if (!isRecord(value)) return refusedWithout('value');
  return field === 'ratings' ? parseRatingChange(value, entry) : parseFeedChange(value, field, entry);
}
