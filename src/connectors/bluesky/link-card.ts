import type { Outbound } from '@/platform/http/outbound';
import { decodeEntities } from '../contract/html-text';
import { MAX_IMAGE_BYTES } from './manifest';

const TIMEOUT_MS = 5000;
const MAX_PAGE_BYTES = 2_000_000;
const MAX_HEAD = 300_000;

export interface LinkCard {
  uri: string;
  title: string;
  description: string;
  image?: { bytes: Uint8Array; contentType: string };
}

/** How a linked page presents itself; where it cannot be read, the card is its address alone. */
export async function readLinkCard(uri: string, outbound: Outbound): Promise<LinkCard> {
  const bare = { uri, title: uri.replace(/^https?:\/\//i, '').slice(0, 300), description: '' };
  const headers = { accept: 'text/html,application/xhtml+xml', 'user-agent': 'Rapport (link preview)' };
  const page = await outbound.http.request({
    method: 'GET',
    url: uri,
    headers,
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: MAX_PAGE_BYTES,
  });
  if (!page.ok || page.value.status !== 200 || !/html/i.test(page.value.headers['content-type'] ?? ''))
    return bare;
  const tags = metaTags(page.value.body.slice(0, MAX_HEAD));
  const title = tags['og:title'] ?? tags['twitter:title'] ?? tags.title;
  const image = await readImage(tags['og:image'] ?? tags['twitter:image'], uri, outbound);
  return {
    uri,
    title: title?.slice(0, 300).toWellFormed() || bare.title,
    description: (tags['og:description'] ?? tags.description ?? '').slice(0, 1000).toWellFormed(),
    ...(image && { image }),
  };
}

function metaTags(html: string): Readonly<Record<string, string | undefined>> {
  const found: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<meta\b[^<>]*>/gi)) {
    const name = attribute(tag, 'property') ?? attribute(tag, 'name');
    const content = attribute(tag, 'content')?.trim();
    if (name && content) found[name.toLowerCase()] ??= content;
  }
  const title = /<title\b[^<>]*>([^<]*)</i.exec(html)?.[1]?.replace(/\s+/g, ' ').trim();
  if (title) found.title ??= decodeEntities(title);
  return found;
}

function attribute(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : decodeEntities(value);
}

async function readImage(
  address: string | undefined,
  base: string,
  { http }: Outbound,
): Promise<LinkCard['image'] | undefined> {
  if (!address || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base).href;
  const answer = await http.request({
    method: 'GET',
    url,
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: MAX_IMAGE_BYTES,
  });
  if (!answer.ok || answer.value.status !== 200) return undefined;
  const contentType = answer.value.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^image\/(jpeg|png|webp|gif)$/.test(contentType)
    ? { bytes: answer.value.bytes, contentType }
    : undefined;
}
