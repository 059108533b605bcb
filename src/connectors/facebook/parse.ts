import type { Connector, InboundEvent, ParsedInbound, SkippedPart } from '../contract';
import { isRecord, readJson } from '../contract/read-json';
import { parseFeedChange } from './parse-feed';
import { parseMessagingItem } from './parse-messaging';
import { parseRatingChange } from './parse-rating';
import {
  type EntryContext,
  facebookId,
  facebookTime,
  ignored,
  type PartOutcome,
  refusedWithout,
} from './part';

/** Meta batches up to 1,000 updates. */
const MAX_PARTS = 2000;

interface Part {
  path: string;
  result: PartOutcome;
}

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
  if (countParts(entries) > MAX_PARTS) return { outcome: 'refused', reason: 'too_many_entries' };
  return summarize(entries.flatMap((entry, index) => readEntry(entry, `entry.${index}`, pageId, receivedAt)));
};

function countParts(entries: readonly unknown[]): number {
  if (entries.length > MAX_PARTS) return entries.length;
  return entries.reduce<number>((sum, entry) => {
    if (!isRecord(entry)) return sum + 1;
    const lists = [entry.changes, entry.messaging, entry.standby].filter(Array.isArray);
    return lists.reduce((total, list) => total + list.length, sum + 1);
  }, 0);
}

function readEntry(entry: unknown, path: string, pageId: string | null, receivedAt: Date): Part[] {
  if (!isRecord(entry)) return [{ path, result: refusedWithout('') }];
  const entryId = facebookId.safeParse(entry.id).data ?? firstRecipient(entry);
  if (pageId !== null && entryId !== undefined && entryId !== pageId)
    return [{ path, result: ignored('other_page') }];
  const page = pageId ?? entryId;
  if (page === undefined) return [{ path, result: refusedWithout('id') }];
  const context: EntryContext = {
    pageId: page,
    entryAt: facebookTime.safeParse(entry.time).data ?? receivedAt,
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
  return facebookId.safeParse(recipient).data;
}

function parseChange(change: unknown, entry: EntryContext): PartOutcome {
  if (!isRecord(change) || typeof change.field !== 'string') return refusedWithout('field');
  const { field, value } = change;
  if (field !== 'feed' && field !== 'mention' && field !== 'ratings') return ignored('unknown_field');
  if (!isRecord(value)) return refusedWithout('value');
  return field === 'ratings' ? parseRatingChange(value, entry) : parseFeedChange(value, field, entry);
}

/** Messages win, what was left aside beside them is named; a refusal outweighs what was ignored. */
function summarize(parts: readonly Part[]): ParsedInbound {
  const events: InboundEvent[] = [];
  const skipped: SkippedPart[] = [];
  for (const { path, result } of parts) {
    if (result.outcome === 'messages') events.push(...result.events);
    else skipped.push({ path, ...result });
  }
  if (events.length > 0) return { outcome: 'messages', events, ...(skipped.length > 0 && { skipped }) };
  const first = skipped.find((part) => part.outcome === 'refused') ?? skipped[0];
  if (first === undefined) return { outcome: 'ignored', reason: 'empty_delivery' };
  if (first.outcome === 'ignored') return { outcome: 'ignored', reason: first.reason };
  const fields = (first.fields ?? []).map((field) => ({
    ...field,
    path: [first.path, field.path].filter(Boolean).join('.'),
  }));
  return { outcome: 'refused', reason: first.reason, ...(fields.length > 0 && { fields }) };
}
