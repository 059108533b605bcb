import { type AnyFeed, parseFeed, parseJsonFeed } from 'feedsmith';
import { isRecord, readJson } from '../contract/read-json';
import { decodeText } from './decode-text';
import { type FeedEntry, type FeedHead, feedHead } from './entry';
import { type GivenEntry, makeEntry, toAddress } from './entry-maker';
import { alternateOf, fromAtom, fromJson, fromRdf, fromRss } from './read-formats';
import { MAX_ENTRIES, type SplitXml, splitXml } from './split-xml';

export interface FeedDocument {
  head: FeedHead;
  /** As they stand in the feed, each id once, at most 300. */
  entries: FeedEntry[];
  /** The pace it asks for, seconds. */
  paceSeconds?: number;
}

/** A longer opening tag is not repeated for each entry, characters. */
const MAX_ROOT = 3000;
const PERIOD_SECONDS: Readonly<Record<string, number>> = {
  hourly: 3600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
};

/**
 * RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom or JSON Feed, in whatever encoding. What is damaged costs its entry, not the
 * feed. Never throws, fetches nothing a document names and expands no entity it declares.
 * @param address where it was found: relative addresses are made whole by it
 * @returns undefined where these bytes are no feed
 */
export function readFeed(bytes: Uint8Array, contentType = '', address?: string): FeedDocument | undefined {
  const text = decodeText(bytes, contentType);
  if (/^\s*[[{]/.test(text.slice(0, 200))) return readJsonFeed(bytes, address);
  const split = splitXml(text);
  const feeds = split && readXml(split);
  const first = feeds?.[0];
  return (
    first &&
    toDocument(
      first,
      feeds.flatMap((feed) => entriesOf(feed, baseOf(feed, address))),
      address,
    )
  );
}

function readJsonFeed(bytes: Uint8Array, address: string | undefined): FeedDocument | undefined {
  const json = readJson(bytes);
  if (!isRecord(json) || typeof json.version !== 'string' || !json.version.includes('jsonfeed.org'))
    return undefined;
  const items: unknown[] = Array.isArray(json.items) ? json.items.slice(0, MAX_ENTRIES) : [];
  const feed = attempt(() => parseJsonFeed({ ...json, items }));
  if (!feed) return undefined;
  const whole: AnyFeed = { format: 'json', feed };
  return toDocument(whole, entriesOf(whole, baseOf(whole, address)), address);
}

/** The whole at once; where something in it is broken, its head and each entry by itself. */
function readXml({ root, head, entries, tail, isRss }: SplitXml): AnyFeed[] | undefined {
  const whole = attempt(() => parseFeed(`${head}${entries.join('')}${tail}`));
  if (whole) return [whole];
  const opening = root.length > MAX_ROOT ? (isRss ? '<rss>' : '<feed>') : root;
  const wrap = (part: string) =>
    isRss && !/^<[^\s>]*rdf/i.test(opening)
      ? `${opening}<channel>${part}</channel></rss>`
      : `${opening}${part}`;
  const parts = [head, ...entries.map(wrap)].map((part) => attempt(() => parseFeed(part)));
  const read = parts.filter((part) => part !== undefined);
  return read.length > 0 ? read : undefined;
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function baseOf(feed: AnyFeed, address: string | undefined): string | undefined {
  if (feed.format === 'json') return toAddress(feed.feed.home_page_url, address) ?? address;
  const base = toAddress(feed.feed.xml?.base, address);
  return base ?? (feed.format === 'atom' ? address : (toAddress(feed.feed.link, address) ?? address));
}

function entriesOf(any: AnyFeed, base: string | undefined): FeedEntry[] {
  const given: GivenEntry[] = givenIn(any, base);
  const made = given.slice(0, MAX_ENTRIES).map((entry) => makeEntry(entry, base));
  return made.filter((entry) => entry !== null);
}

function givenIn(any: AnyFeed, base: string | undefined): GivenEntry[] {
  switch (any.format) {
    case 'rss': {
      const { language, items = [], managingEditor } = any.feed;
      return items.map((item) => withLanguage(fromRss(item, managingEditor?.name), language));
    }
    case 'rdf':
      return (any.feed.items ?? []).map((item) => withLanguage(fromRdf(item), any.feed.dc?.languages?.[0]));
    case 'atom': {
      const { entries = [], xml, authors } = any.feed;
      return entries.map((entry) =>
        withLanguage(fromAtom({ ...(authors && { authors }), ...entry }, base), xml?.lang),
      );
    }
    case 'json': {
      const { items = [], language, authors } = any.feed;
      return items.map((item) => withLanguage(fromJson({ ...(authors && { authors }), ...item }), language));
    }
  }
}

function withLanguage(entry: GivenEntry, language: string | undefined): GivenEntry {
  return { ...entry, language: entry.language ?? language };
}

function toDocument(any: AnyFeed, entries: readonly FeedEntry[], address: string | undefined): FeedDocument {
  const base = baseOf(any, address);
  const { title, url } = headOf(any);
  const whole = toAddress(url, base);
  const head = feedHead.safeParse({
    ...(title?.trim() && { title: title.trim() }),
    ...(whole && { url: whole }),
  });
  const paceSeconds = paceOf(any);
  return {
    head: head.data ?? {},
    entries: [...new Map(entries.map((entry) => [entry.id, entry])).values()].slice(0, MAX_ENTRIES),
    ...(paceSeconds && { paceSeconds }),
  };
}

function headOf(any: AnyFeed): { title?: string | undefined; url?: string | undefined } {
  if (any.format === 'atom') return { title: any.feed.title?.value, url: alternateOf(any.feed.links) };
  if (any.format === 'json') return { title: any.feed.title, url: any.feed.home_page_url };
  return { title: any.feed.title, url: any.feed.link };
}

/** RSS's `ttl` (minutes) and the syndication module's period, the slower of both. */
function paceOf(any: AnyFeed): number | undefined {
  const sy = any.format === 'json' ? undefined : any.feed.sy;
  const period = PERIOD_SECONDS[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  const ttl = any.format === 'rss' ? (any.feed.ttl ?? 0) * 60 : 0;
  const pace = Math.max(ttl, period ? period / Math.max(1, sy?.updateFrequency ?? 1) : 0);
  return pace > 0 && Number.isFinite(pace) ? pace : undefined;
}
