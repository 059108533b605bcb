import type { InboundEvent, ParsedInbound } from '../contract';
import type { PolledFile } from './asking';
import { isRecord, readJson } from './read-json';

const MARK = 'rapportFetchedFiles';

/** The keys of the files a delivery names, each once: `parsed` as its parser reads it before `keepFetched`. */
export function fileKeysOf(parsed: ParsedInbound): string[] {
  const events = parsed.outcome === 'messages' ? parsed.events : [];
  const attachments = events.flatMap((event) => ('attachments' in event ? event.attachments : []));
  return [...new Set(attachments.flatMap(({ fileKey }) => fileKey ?? []))];
}

/** The delivery with a note of the files that were fetched with it; its long integers become strings. */
export function markFetched(body: Uint8Array, files: readonly PolledFile[]): Uint8Array {
  const json = readJson(body);
  if (files.length === 0 || !isRecord(json)) return body;
  return Buffer.from(JSON.stringify({ ...json, [MARK]: files.map(({ key }) => key) }));
}

/** Attachments keep their `fileKey` only where the file was fetched: nothing is offered that is not there. */
export function keepFetched(json: Readonly<Record<string, unknown>>, parsed: ParsedInbound): ParsedInbound {
  if (parsed.outcome !== 'messages') return parsed;
  const marked = json[MARK];
  const fetched = new Set<unknown>(Array.isArray(marked) ? marked : []);
  const keep = (event: InboundEvent): InboundEvent => {
    if (!('attachments' in event)) return event;
    const attachments = event.attachments.map(({ fileKey, ...attachment }) =>
      fileKey !== undefined && fetched.has(fileKey) ? { ...attachment, fileKey } : attachment,
    );
    return { ...event, attachments };
  };
  return { ...parsed, events: parsed.events.map(keep) };
}
