import { LinkifyIt } from 'linkify-it';

const linkify = new LinkifyIt({ fuzzyEmail: false });
const MENTION =
  /(?<![\w@.])@([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+)/gi;
const HASHTAG = /(?<![\p{L}\p{N}_&/#])[#＃]([\p{L}\p{N}_]{1,64})/gu;

interface Span {
  start: number;
  end: number;
}
type Mark = Span &
  ({ kind: 'link'; uri: string } | { kind: 'mention'; handle: string } | { kind: 'tag'; tag: string });

export interface Facet {
  index: { byteStart: number; byteEnd: number };
  features: [{ $type: string; uri?: string; did?: string; tag?: string }];
}

/** Web links of a text in order, bare domains too, with their whole addresses. */
export function linksIn(text: string): string[] {
  return marksIn(text).flatMap((mark) => (mark.kind === 'link' ? [mark.uri] : []));
}

function marksIn(text: string): Mark[] {
  const links = (linkify.match(text) ?? [])
    .filter(({ url }) => /^https?:/i.test(url))
    .map(
      ({ index, lastIndex, url, schema }): Mark => ({
        kind: 'link',
        start: index,
        end: lastIndex,
        uri: schema === '' ? url.replace(/^http:/i, 'https:') : url,
      }),
    );
  const mentions = [...text.matchAll(MENTION)].map(
    ({ index, 0: all, 1: handle = '' }): Mark => ({
      kind: 'mention',
      start: index,
      end: index + all.length,
      handle,
    }),
  );
  const tags = [...text.matchAll(HASHTAG)]
    .filter(([, tag = '']) => !/^\d+$/.test(tag))
    .map(
      ({ index, 0: all, 1: tag = '' }): Mark => ({ kind: 'tag', start: index, end: index + all.length, tag }),
    );
  // A handle is a domain too, and an address may hold a `#`: who comes first in this order has the place.
  const kept: Mark[] = [];
  for (const mark of [...mentions, ...links, ...tags])
    if (!kept.some((other) => mark.start < other.end && other.start < mark.end)) kept.push(mark);
  return kept.sort((left, right) => left.start - right.start);
}

/**
 * What Bluesky shows as links, mentions and hashtags, by offsets in UTF-8.
 * @param resolve the account of a handle; a handle that has none stays plain text
 */
export async function facetsIn(
  text: string,
  resolve: (handle: string) => Promise<string | undefined>,
): Promise<Facet[]> {
  const bytesTo = (end: number) => Buffer.byteLength(text.slice(0, end));
  const facets: Facet[] = [];
  for (const mark of marksIn(text)) {
    const feature = await featureOf(mark, resolve);
    const index = { byteStart: bytesTo(mark.start), byteEnd: bytesTo(mark.end) };
    if (feature) facets.push({ index, features: [feature] });
  }
  return facets;
}

async function featureOf(
  mark: Mark,
  resolve: (handle: string) => Promise<string | undefined>,
): Promise<Facet['features'][0] | null> {
  switch (mark.kind) {
    case 'link':
      return { $type: 'app.bsky.richtext.facet#link', uri: mark.uri };
    case 'tag':
      return { $type: 'app.bsky.richtext.facet#tag', tag: mark.tag };
    case 'mention': {
      const did = await resolve(mark.handle);
      return did === undefined ? null : { $type: 'app.bsky.richtext.facet#mention', did };
    }
  }
}
