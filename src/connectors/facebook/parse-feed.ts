import { z } from 'zod';
import type { InboundAttachment, InboundAuthor, InboundMessage, InboundWriting } from '../contract';
import { compact, toAttachment } from '../contract/meta/attachments';
import {
  type EntryContext,
  ignored,
  metaId,
  metaText,
  metaTime,
  type PartOutcome,
  refusedBy,
  refusedWithout,
  toAuthor,
} from '../contract/meta/part';
import { versionOf } from '../contract/version';

import { BRAND } from './manifest';

/** Kinds of posts; each comes with a `post_id`, or only with the id of the thing itself. */
const POSTS = new Set([
  'post',
  'status',
  'photo',
  'video',
  'share',
  'link',
  'album',
  'event',
  'note',
  'milestone',
  'offer',
]);
const REACTIONS = new Set(['like', 'reaction']);
const VERBS: Readonly<Record<string, InboundWriting['type'] | undefined>> = {
  add: 'created',
  edit: 'updated',
  edited: 'updated',
  remove: 'deleted',
  delete: 'deleted',
};
/** What a page does to how a post is shown; the post itself stays as it is. */
const MODERATION = new Set(['hide', 'unhide', 'mute', 'unmute', 'block', 'unblock', 'follow']);

const person = z.object({ id: metaId, name: metaText.nullish() });

const feedValue = z.object({
  item: z.string(),
  verb: z.string(),
  post_id: metaId.nullish(),
  comment_id: metaId.nullish(),
  parent_id: metaId.nullish(),
  photo_id: metaId.nullish(),
  video_id: metaId.nullish(),
  share_id: metaId.nullish(),
  album_id: metaId.nullish(),
  event_id: metaId.nullish(),
  from: person.nullish(),
  sender_id: metaId.nullish(),
  sender_name: metaText.nullish(),
  message: metaText.nullish(),
  story: metaText.nullish(),
  created_time: metaTime.nullish(),
  published: z.union([z.number(), z.boolean()]).nullish(),
  link: z.unknown().optional(),
  photo: z.unknown().optional(),
  video: z.unknown().optional(),
  photos: z.array(z.unknown()).nullish(),
  permalink_url: z.unknown().optional(),
  post: z.object({ permalink_url: z.unknown() }).nullish(),
});
type FeedValue = z.output<typeof feedValue>;

/** A change of the fields `feed`, `mention`, and of `ratings` where it is a comment or a reaction. */
export function parseFeedChange(
  raw: Record<string, unknown>,
  field: string,
  entry: EntryContext,
): PartOutcome {
  // Judged by its two words first: Meta's shape of what we leave aside is not ours to check.
  const { item, verb } = raw;
  if (typeof item !== 'string') return refusedWithout('value.item');
  if (typeof verb !== 'string') return refusedWithout('value.verb');
  if (REACTIONS.has(item)) return ignored('reaction');
  if (item !== 'comment' && !POSTS.has(item)) return ignored('unknown_item');
  if (MODERATION.has(verb)) return ignored('moderation');
  const type = VERBS[verb];
  if (type === undefined) return ignored('unknown_verb');
  const parsed = feedValue.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, ['value']);
  if (parsed.data.published === 0 || parsed.data.published === false) return ignored('unpublished');
  return toEvents(parsed.data, type, field, entry);
}

function toEvents(
  value: FeedValue,
  type: InboundWriting['type'],
  field: string,
  entry: EntryContext,
): PartOutcome {
  const isComment = value.item === 'comment';
  const postId = value.post_id ?? (isComment ? null : thingIdOf(value));
  const externalId = isComment ? value.comment_id : postId;
  if (!externalId) return refusedWithout(isComment ? 'value.comment_id' : 'value.post_id');
  if (!postId) return refusedWithout('value.post_id');
  const conversationId = field === 'ratings' ? reviewIdOf(postId) : postId;
  if (type === 'deleted') {
    const versionAt = versionOf(type, entry.entryAt);
    return {
      outcome: 'messages',
      events: [{ type, externalId, conversationExternalId: conversationId, versionAt }],
    };
  }
  const attachments = attachmentsOf(value);
  if (type === 'updated' && value.message == null && attachments.length === 0)
    return ignored('content_not_included');
  const author = authorOf(value);
  const sentAt = value.created_time ?? entry.entryAt;
  const message: InboundMessage = {
    type,
    externalId,
    conversation: { externalId: conversationId, url: permalinkOf(value, postId) },
    ...(author && { author }),
    text: value.message ?? value.story ?? '',
    kind: field === 'mention' ? 'mention' : isComment ? 'comment' : 'post',
    visibility: 'public',
    sentAt,
    versionAt: versionOf(type, type === 'created' ? sentAt : entry.entryAt),
    ...(isComment && { replyToExternalId: replyTargetOf(value, postId, conversationId) }),
    attachments,
    // Only the page itself puts events and albums on its feed; those may come without a name.
    isOwn: author ? author.externalId === entry.accountId : value.item === 'event' || value.item === 'album',
  };
  return { outcome: 'messages', events: [message] };
}

function thingIdOf(value: FeedValue): string | null {
  return value.album_id ?? value.video_id ?? value.photo_id ?? value.event_id ?? value.share_id ?? null;
}

/** A review's comments name it `{reviewer}_{story}`, the review itself only by its story. */
function reviewIdOf(postId: string): string {
  return postId.split('_').at(-1) || postId;
}

function replyTargetOf(value: FeedValue, postId: string, conversationId: string): string {
  const parent = value.parent_id ?? postId;
  return parent === postId ? conversationId : parent;
}

function authorOf(value: FeedValue): InboundAuthor | undefined {
  const id = value.from?.id ?? value.sender_id;
  return id == null ? undefined : toAuthor(id, value.from?.name ?? value.sender_name, BRAND);
}

function permalinkOf(value: FeedValue, postId: string): string {
  const given = toAttachment('link', value.permalink_url ?? value.post?.permalink_url);
  return given?.url ?? `https://www.facebook.com/${encodeURIComponent(postId)}`;
}

function attachmentsOf(value: FeedValue): InboundAttachment[] {
  const { item, link } = value;
  const media = item === 'photo' ? 'image' : item === 'video' ? 'video' : 'link';
  const page = (path: string) => `https://www.facebook.com/${path}`;
  return compact([
    toAttachment('image', value.photo),
    toAttachment('video', value.video),
    ...(value.photos ?? []).slice(0, 50).map((photo) => toAttachment('image', photo)),
    toAttachment(media, link),
    item === 'album' && value.album_id
      ? toAttachment('link', page(encodeURIComponent(value.album_id)))
      : null,
    item === 'event' && value.event_id
      ? toAttachment('link', page(`events/${encodeURIComponent(value.event_id)}`))
      : null,
  ]);
}
