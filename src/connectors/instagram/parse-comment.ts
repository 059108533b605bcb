import { z } from 'zod';
import type { InboundAttachment, InboundAuthor, InboundMessage } from '../contract';
import { compact, toAttachment } from '../contract/meta/attachments';
import {
  type EntryContext,
  ignored,
  metaId,
  metaText,
  metaTime,
  type PartOutcome,
  refusedBy,
  toAuthor,
} from '../contract/meta/part';
import { versionOf } from '../contract/version';
import { BRAND } from './manifest';

/** Graph writes `+0000`, which is no ISO 8601 offset. */
export const graphTime = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : value),
  metaTime,
);

const from = z.object({
  id: metaId.nullish(),
  username: metaText.nullish(),
  self_ig_scoped_id: metaId.nullish(),
});

const media = z.object({
  id: metaId,
  permalink: z.unknown().optional(),
  caption: metaText.nullish(),
  username: metaText.nullish(),
  timestamp: graphTime.nullish(),
  media_type: z.string().nullish(),
  media_url: z.unknown().optional(),
});

const commentValue = z.object({
  id: metaId,
  text: metaText.nullish(),
  from: from.nullish(),
  username: metaText.nullish(),
  media: media.nullish(),
  parent_id: metaId.nullish(),
  timestamp: graphTime.nullish(),
});
type Comment = z.output<typeof commentValue>;

const mentionValue = z.object({
  media_id: metaId.nullish(),
  comment_id: metaId.nullish(),
  /** Put there when the ids were looked up; null where Instagram does not show it to us. */
  resolved: z.object({ comment: commentValue.nullish(), media: media.nullish() }).nullish(),
});

/** A comment, a comment on a live video, or one that was asked for. */
export function parseComment(raw: unknown, entry: EntryContext): PartOutcome {
  const parsed = commentValue.safeParse(raw);
  return parsed.success ? toComment(parsed.data, 'comment', entry) : refusedBy(parsed.error, ['value']);
}

/** Where the account is named: ids only, and what they mean once it was looked up. */
export function parseMention(raw: Record<string, unknown>, entry: EntryContext): PartOutcome {
  const parsed = mentionValue.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, ['value']);
  const { resolved, media_id: mediaId } = parsed.data;
  if (resolved === undefined) return ignored('ids_only');
  if (resolved?.comment) {
    const post = resolved.comment.media ?? (mediaId == null ? null : { id: mediaId });
    return toComment({ ...resolved.comment, media: post }, 'mention', entry);
  }
  return resolved?.media ? toCaption(resolved.media, entry) : ignored('mention_not_shown');
}

function toComment(comment: Comment, kind: 'comment' | 'mention', entry: EntryContext): PartOutcome {
  const author = authorOf(comment);
  const sentAt = comment.timestamp ?? entry.entryAt;
  // Old deliveries name no post; the thread is then what can be told of it.
  const root = comment.media?.id ?? comment.parent_id ?? comment.id;
  const url = linkOf(comment.media?.permalink);
  const parent = comment.parent_id ?? comment.media?.id;
  const message: InboundMessage = {
    type: 'created',
    externalId: comment.id,
    conversation: { externalId: root, ...(url && { url }) },
    ...(author && { author }),
    text: comment.text ?? '',
    kind,
    visibility: 'public',
    sentAt,
    versionAt: versionOf('created', sentAt),
    ...(parent && { replyToExternalId: parent }),
    attachments: [],
    isOwn: comment.from?.id === entry.accountId || comment.from?.self_ig_scoped_id != null,
  };
  return { outcome: 'messages', events: [message] };
}

/** A post of somebody else whose caption names the account. */
function toCaption(post: z.output<typeof media>, entry: EntryContext): PartOutcome {
  const url = linkOf(post.permalink);
  const sentAt = post.timestamp ?? entry.entryAt;
  const message: InboundMessage = {
    type: 'created',
    externalId: post.id,
    conversation: { externalId: post.id, ...(url && { url }) },
    ...(post.username && { author: namedOnly(post.username) }),
    text: post.caption ?? '',
    kind: 'mention',
    visibility: 'public',
    sentAt,
    versionAt: versionOf('created', sentAt),
    attachments: pictureOf(post),
    isOwn: false,
  };
  return { outcome: 'messages', events: [message] };
}

function authorOf({ from: person, username: flat }: Comment): InboundAuthor | undefined {
  const username = person?.username ?? flat;
  if (!person?.id) return username ? namedOnly(username) : undefined;
  return {
    ...toAuthor(person.id, username, BRAND),
    ...(username && withHandle(username)),
  };
}

/** Who is known by name only has the name for an id: Instagram gives it to one account at a time. */
function namedOnly(username: string): InboundAuthor {
  return {
    ...toAuthor(`@${username.slice(0, 200)}`.toWellFormed(), username, BRAND),
    ...withHandle(username),
  };
}

function withHandle(username: string): Pick<InboundAuthor, 'handle' | 'profileUrl'> {
  const name = username.slice(0, 200).toWellFormed();
  return { handle: `@${name}`, profileUrl: `https://www.instagram.com/${encodeURIComponent(name)}/` };
}

function linkOf(address: unknown): string | undefined {
  return toAttachment('link', address)?.url;
}

function pictureOf({ media_type, media_url }: z.output<typeof media>): InboundAttachment[] {
  return compact([toAttachment(media_type === 'VIDEO' ? 'video' : 'image', media_url)]);
}
