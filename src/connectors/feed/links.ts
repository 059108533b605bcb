import { decodeEntities } from '../contract/html-text';

const FEED_TYPES = /^(?:application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)|text\/xml)\s*(?:;|$)/i;
/** Where blogs keep their feed when their pages do not say. */
const COMMON_PLACES = ['feed/', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml'];
const MAX_HTML = 500_000;
const MAX_NAMED = 3;
const MAX_PLACES = 10;

/** Where a page says its feed is, its comments' feed last, then the common places; each once, absolute, at most 10. */
export function feedLinksOf(html: string, pageUrl: string): string[] {
  const page = html.slice(0, MAX_HTML);
  const base = absolute(attributeOf(/<base\b[^<>]*>/i.exec(page)?.[0] ?? '', 'href'), pageUrl) ?? pageUrl;
  const named = [...page.matchAll(/<link\b[^<>]*>/gi)].flatMap(([tag]) => {
    const isAlternate = /\balternate\b/i.test(attributeOf(tag, 'rel') ?? '');
    const url = absolute(attributeOf(tag, 'href'), base);
    if (!isAlternate || !FEED_TYPES.test(attributeOf(tag, 'type') ?? '') || !url) return [];
    return [{ url, isOfComments: /comment|kommentar/i.test(`${attributeOf(tag, 'title')} ${url}`) }];
  });
  const [main, ofComments] = [false, true].map((of) => named.filter((link) => link.isOfComments === of));
  const urls = [...(main ?? []), ...(ofComments ?? [])].slice(0, MAX_NAMED).map(({ url }) => url);
  // The page may lie in a folder of its own, and the feed beside it or at the root.
  const folders = [new URL('./', pageUrl.replace(/([^/])$/, '$1/')), new URL('/', pageUrl)];
  const guessed = COMMON_PLACES.flatMap((place) => folders.map((folder) => new URL(place, folder).href));
  return [...new Set([...urls, ...guessed])].filter((url) => url !== pageUrl).slice(0, MAX_PLACES);
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value).trim();
}

function absolute(address: string | undefined, base: string): string | undefined {
  if (!address || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
