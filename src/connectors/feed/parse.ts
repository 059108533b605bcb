import { z } from 'zod';
import type { Connector, InboundAuthor, InboundMessage } from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { decodeEntities } from '../contract/html-text';
import { isRecord, readJson } from '../contract/read-json';
import { type FeedEntry, type FeedHead, feedEntry, feedHead, toEntryId } from './entry';
import { textOf, titleOf } from './entry-text';
import { feedSettings } from './manifest';
import { readFeed } from './read-feed';

/** What a poll hands on: one entry, with what its feed says of itself. */
const polledEntry = z.object({
  feedEntry,
  feed: feedHead,
  /** When it was seen to have changed: feeds do not reliably say. */
  seenAt: z.iso.datetime().optional(),
});
const role = feedSettings.shape.role;

/** Reads one entry that was polled, or every entry of a feed as it lies on the web. */
export const parseFeedBody: Connector['parseInbound'] = (body, channel, receivedAt, headers) => {
  const isOwn = role.safeParse(channel.settings.role).data === 'own';
  const json = body[0] === 0x7b ? readJson(body) : undefined;
  if (isRecord(json) && 'feedEntry' in json) {
    const polled = polledEntry.safeParse(json);
    if (!polled.success)
      return { outcome: 'refused', reason: 'invalid_delivery', fields: toFieldErrors(polled.error.issues) };
    const { feedEntry: entry, feed, seenAt } = polled.data;
    const changedAt = seenAt === undefined ? undefined : new Date(seenAt);
    return { outcome: 'messages', events: [toMessage(entry, feed, { isOwn, receivedAt, changedAt })] };
  }
  const url = typeof channel.settings.url === 'string' ? channel.settings.url : undefined;
  const read = readFeed(body, headers?.['content-type'], url);
  if (!read) return { outcome: 'refused', reason: 'not_a_feed' };
  const events = read.entries.map((entry) => toMessage(entry, read.head, { isOwn, receivedAt }));
  return events.length > 0 ? { outcome: 'messages', events } : { outcome: 'ignored', reason: 'feed_empty' };
};

interface Reading {
  isOwn: boolean;
  receivedAt: Date;
  changedAt?: Date | undefined;
}

function toMessage(
  entry: FeedEntry,
  feed: FeedHead,
  { isOwn, receivedAt, changedAt }: Reading,
): InboundMessage {
  // A feed may date its entries ahead; nothing was written later than it was read.
  const atMost = (at: string | undefined) =>
    at === undefined ? undefined : new Date(Math.min(Date.parse(at), receivedAt.getTime()));
  const sentAt = atMost(entry.publishedAt) ?? atMost(entry.updatedAt) ?? receivedAt;
  const title = titleOf(entry);
  const author = authorOf(entry, feed);
  return {
    type: changedAt ? 'updated' : 'created',
    externalId: entry.id,
    conversation: {
      externalId: entry.id,
      ...(title && { subject: title }),
      ...(entry.url && { url: entry.url }),
      ...(!isOwn && { isOverheard: true }),
    },
    ...(author && { author }),
    text: textOf(entry) || entry.url || '',
    kind: isOwn ? 'post' : 'mention',
    visibility: 'public',
    sentAt,
    versionAt: changedAt ?? atMost(entry.updatedAt) ?? sentAt,
    ...(entry.language && { language: entry.language }),
    attachments: entry.attachments.map(({ name, ...attachment }) => ({
      ...attachment,
      name: name || fileNameOf(attachment.url),
    })),
    isOwn,
  };
}

/** Who wrote it; where the feed does not say, the blog itself. */
function authorOf({ author }: FeedEntry, feed: FeedHead): InboundAuthor | undefined {
  const name = decodeEntities(author?.name ?? feed.title ?? '').trim();
  const profileUrl = author ? author.url : feed.url;
  const externalId = toEntryId(profileUrl ?? author?.email ?? name.toLowerCase());
  if (name === '' || externalId === '') return undefined;
  return { externalId, name: name.toWellFormed(), ...(profileUrl && { profileUrl }) };
}

function fileNameOf(url: string): string {
  const { pathname, hostname } = new URL(url);
  return (pathname.split('/').at(-1) || hostname).slice(0, 255);
}
