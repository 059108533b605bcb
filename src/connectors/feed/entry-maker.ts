import { readFeedDate } from './dates';
import { digest, type FeedEntry, feedEntry, toEntryId } from './entry';

/** An entry as its format gives it, nothing judged yet. */
export interface GivenEntry {
  id?: string | undefined;
  url?: string | undefined;
  title?: FeedEntry['title'];
  content?: FeedEntry['content'];
  author?: { name?: string | undefined; url?: string | undefined; email?: string | undefined } | undefined;
  publishedAt?: string | undefined;
  updatedAt?: string | undefined;
  language?: string | undefined;
  attachments: readonly (GivenAttachment | undefined)[];
}
interface GivenAttachment {
  url?: string | undefined;
  contentType?: string | undefined;
  size?: number | undefined;
  name?: string | undefined;
}

/** An address on the web, made whole by where it stands; undefined where it is none. */
export function toAddress(given: string | undefined, base: string | undefined): string | undefined {
  const text = given?.trim();
  if (!text || text.length > 4000 || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/** The entry with what it lacks made from what it has, or null where it says nothing at all. */
export function makeEntry(given: GivenEntry, base: string | undefined): FeedEntry | null {
  const url = toAddress(given.url, base);
  const words = [given.title?.value, given.content?.value].filter(Boolean).join('\n');
  if (words === '' && url === undefined) return null;
  const publishedAt = readFeedDate(given.publishedAt);
  const updatedAt = readFeedDate(given.updatedAt);
  const id = given.id?.trim() || url || digest(`${words}\n${publishedAt}`, 32);
  const language = /^[a-z]{2,3}(?=$|[-_])/i.exec(given.language?.trim() ?? '')?.[0].toLowerCase();
  const made = feedEntry.safeParse({
    id: toEntryId(id),
    ...(url && { url }),
    ...(given.title?.value && { title: given.title }),
    ...(given.content?.value && { content: given.content }),
    ...toAuthor(given.author, base),
    ...(publishedAt && { publishedAt }),
    ...(updatedAt && { updatedAt }),
    ...(language && { language }),
    attachments: given.attachments
      .slice(0, 50)
      .flatMap((attachment) => (attachment ? toAttachment(attachment, base) : [])),
  });
  return made.data ?? null;
}

function toAuthor(given: GivenEntry['author'], base: string | undefined): object {
  const name = given?.name?.trim() || given?.email?.trim();
  if (!given || !name) return {};
  const url = toAddress(given.url, base);
  return { author: { name, ...(url && { url }), ...(given.email && { email: given.email.trim() }) } };
}

function toAttachment({ url, contentType, size, name }: GivenAttachment, base: string | undefined): object[] {
  const address = toAddress(url, base);
  if (!address) return [];
  return [
    {
      url: address,
      contentType: contentType?.trim() || 'application/octet-stream',
      size: Number.isSafeInteger(size) && Number(size) >= 0 ? size : 0,
      ...(name && { name }),
    },
  ];
}
