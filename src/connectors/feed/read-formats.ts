import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import type { FeedEntry } from './entry';
import { type GivenEntry, toAddress } from './entry-maker';

type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;
type AtomEntry = AtomFeed.Entry<string>;
type JsonItem = JsonFeed.Item<string>;

const html = (value: string | undefined) => (value === undefined ? undefined : { value, isHtml: true });
const atomText = (text: { value?: string; type?: string } | undefined): FeedEntry['title'] =>
  text?.value === undefined
    ? undefined
    : { value: text.value, isHtml: text.type !== undefined && /html/i.test(text.type) };

/** RSS 0.9x and 2.0, with the extensions feeds commonly carry. */
export function fromRss(item: RssItem, feedAuthor: string | undefined): GivenEntry {
  const [person] = item.authors ?? [];
  const named = item.dc?.creators?.[0] ?? item.itunes?.author;
  const permalink = item.guid?.isPermaLink === false ? undefined : item.guid?.value;
  return {
    id: item.guid?.value,
    url:
      item.link ??
      alternateOf(item.atom?.links) ??
      (/^https?:/i.test(permalink ?? '') ? permalink : undefined),
    title: html(item.title ?? item.dc?.titles?.[0]),
    content: html(item.content?.encoded ?? item.description),
    author: { name: named ?? person?.name ?? feedAuthor, url: person?.link, email: person?.email },
    publishedAt: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
    updatedAt: item.atom?.updated ?? item.dcterms?.modified?.[0],
    language: item.dc?.languages?.[0] ?? item.xml?.lang,
    attachments: [
      ...(item.enclosures ?? []).map(({ url, type, length }) => ({ url, contentType: type, size: length })),
      ...fromMedia(item.media),
    ],
  };
}

export function fromRdf(item: RdfItem): GivenEntry {
  return {
    id: item.rdf?.about,
    url: item.link ?? item.rdf?.about,
    title: html(item.title),
    content: html(item.content?.encoded ?? item.description),
    author: { name: item.dc?.creators?.[0] },
    publishedAt: item.dc?.dates?.[0],
    language: item.dc?.languages?.[0] ?? item.xml?.lang,
    attachments: fromMedia(item.media),
  };
}

/** Atom's addresses are relative to the nearest `xml:base`. */
export function fromAtom(entry: AtomEntry, base: string | undefined): GivenEntry {
  const [person] = entry.authors ?? [];
  const nearest = toAddress(entry.xml?.base, base) ?? base;
  const whole = (address: string | undefined) => toAddress(address, nearest);
  const enclosures = (entry.links ?? []).filter(({ rel }) => rel === 'enclosure');
  return {
    id: entry.id,
    url: whole(alternateOf(entry.links)),
    title: atomText(entry.title),
    content: atomText(entry.content?.value ? entry.content : entry.summary),
    author: person && { name: person.name, url: person.uri, email: person.email },
    publishedAt: entry.published ?? entry.updated,
    updatedAt: entry.updated,
    language: entry.content?.xml?.lang ?? entry.xml?.lang,
    attachments: [
      ...enclosures.map(({ href, type, length, title }) => ({
        url: whole(href),
        contentType: type,
        size: length,
        name: title,
      })),
      ...fromMedia(entry.media),
    ],
  };
}

export function fromJson(item: JsonItem): GivenEntry {
  const [person] = item.authors ?? [];
  const text = item.content_text ?? item.summary;
  const plain = text === undefined ? undefined : { value: text, isHtml: false };
  return {
    id: item.id,
    url: item.url ?? item.external_url,
    title: item.title === undefined ? undefined : { value: item.title, isHtml: false },
    content: html(item.content_html) ?? plain,
    author: person,
    publishedAt: item.date_published ?? item.date_modified,
    updatedAt: item.date_modified,
    language: item.language,
    attachments: [
      ...(item.attachments ?? []).map(({ url, mime_type, size_in_bytes, title }) => ({
        url,
        contentType: mime_type,
        size: size_in_bytes,
        name: title,
      })),
      item.image ? { url: item.image, contentType: 'image/jpeg' } : undefined,
    ],
  };
}

/** Where a person reads it: the link without a relation, or `alternate`; else none. */
export function alternateOf(links: AtomFeed.Link<string>[] | undefined): string | undefined {
  return links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
}

function fromMedia(media: RssItem['media']): GivenEntry['attachments'] {
  const contents = [
    ...(media?.contents ?? []),
    ...(media?.groups ?? []).flatMap(({ contents = [] }) => contents),
  ];
  const images = contents.length > 0 ? [] : (media?.thumbnails ?? []);
  return [
    ...contents.map(({ url, type, fileSize, medium }) => ({
      url,
      contentType: type ?? (medium === 'video' ? 'video/mp4' : 'image/jpeg'),
      size: fileSize,
    })),
    ...images.map(({ url }) => ({ url, contentType: 'image/jpeg' })),
  ];
}
