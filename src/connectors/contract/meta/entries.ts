import type { InboundEvent, ParsedInbound, SkippedPart } from '../../contract';
import { isRecord } from '../read-json';
import type { PartOutcome } from './part';

/** Meta batches up to 1,000 updates. */
const MAX_PARTS = 2000;

/** One thing an entry brings, and where it stands: `entry.0.changes.2`. */
export interface Part {
  path: string;
  result: PartOutcome;
}

function countParts(entries: readonly unknown[]): number {
  if (entries.length > MAX_PARTS) return entries.length;
  return entries.reduce<number>((sum, entry) => {
    if (!isRecord(entry)) return sum + 1;
    const lists = [entry.changes, entry.messaging, entry.standby].filter(Array.isArray);
    return lists.reduce((total, list) => total + list.length, sum + 1);
  }, 0);
}

/** Reads the entries of one delivery one by one; more than 2,000 parts are refused as a whole. */
export function readEntries(
  entries: readonly unknown[],
  readEntry: (entry: unknown, path: string) => Part[],
): ParsedInbound {
  if (countParts(entries) > MAX_PARTS) return { outcome: 'refused', reason: 'too_many_entries' };
  return summarize(entries.flatMap((entry, index) => readEntry(entry, `entry.${index}`)));
}

/** Messages win, what was left aside beside them is named; a refusal outweighs what was ignored. */
export function summarize(parts: readonly Part[]): ParsedInbound {
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
