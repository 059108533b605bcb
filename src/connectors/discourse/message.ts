import type { InboundAttachment, InboundAuthor, InboundMessage } from '../contract';
import { decodeEntities, htmlToText } from '../contract/html-text';
import { compact, toAttachment } from '../contract/meta/attachments';
import { type DiscoursePost, postIdOf } from './schema';

/** As much as a message holds here. */
const MAX_TEXT = 100_000;
const AVATAR_PIXELS = '120';
/** More markup than any post has; beyond it nobody looks for pictures. */
const MAX_COOKED = 200_000;

type Content = Pick<
  InboundMessage,
  'conversation' | 'author' | 'text' | 'kind' | 'visibility' | 'replyToExternalId' | 'attachments' | 'isOwn'
>;

/** What a post says, by whom and where; `baseUrl` makes its links whole. */
export function toMessage(
  post: DiscoursePost,
  { baseUrl, username }: { baseUrl: string | undefined; username: string | undefined },
): Content {
  const base = baseUrl?.replace(/\/+$/, '');
  const isPrivate = post.topic_archetype === 'private_message';
  return {
    conversation: {
      externalId: String(post.topic_id),
      ...(post.topic_title && { subject: post.topic_title }),
      ...(base && { url: `${base}/t/${encodeURIComponent(post.topic_slug || '-')}/${post.topic_id}` }),
    },
    author: toAuthor(post, base),
    text: (post.raw ?? htmlToText(post.cooked ?? '')).slice(0, MAX_TEXT).toWellFormed(),
    kind: isPrivate ? 'direct' : post.post_number === 1 ? 'post' : 'comment',
    visibility: isPrivate ? 'private' : 'public',
    // Who answers nobody in particular answers the topic's first post.
    ...(post.post_number > 1 && {
      replyToExternalId: postIdOf(post.topic_id, post.reply_to_post_number ?? 1),
    }),
    attachments: attachmentsOf(post.cooked ?? '', base),
    isOwn: username !== undefined && post.username.toLowerCase() === username.toLowerCase(),
  };
}

function toAuthor(post: DiscoursePost, base: string | undefined): InboundAuthor {
  const avatar = absolute(post.avatar_template?.replace('{size}', AVATAR_PIXELS), base);
  return {
    externalId: String(post.user_id ?? post.username),
    name: (post.name?.trim() || post.username).slice(0, 200).toWellFormed(),
    handle: `@${post.username}`,
    ...(avatar && { avatarUrl: avatar }),
    ...(base && { profileUrl: `${base}/u/${encodeURIComponent(post.username)}` }),
  };
}

/** Uploads stand in the markup: pictures at full size behind their lightbox, files as links. */
function attachmentsOf(cooked: string, base: string | undefined): InboundAttachment[] {
  const found: (InboundAttachment | null)[] = [];
  let isPreview = false;
  for (const [tag, name = ''] of cooked.slice(0, MAX_COOKED).matchAll(/<(a|img)\b[^<>]*>/gi)) {
    const isImage = name.toLowerCase() === 'img';
    const kind = attribute(tag, 'class');
    const address = absolute(attribute(tag, isImage ? 'src' : 'href'), base);
    if (/\blightbox\b/.test(kind))
      found.push(toAttachment('image', address, attribute(tag, 'title') || undefined));
    else if (/\battachment\b/.test(kind)) found.push(toAttachment('file', address));
    // Emojis, avatars and the icons of link cards are no attachments.
    else if (isImage && !isPreview && !/\b(emoji|avatar|site-icon|thumbnail)\b/.test(kind))
      found.push(toAttachment('image', address, attribute(tag, 'alt') || undefined));
    isPreview = /\blightbox\b/.test(kind);
  }
  return compact(found);
}

function attribute(tag: string, name: string): string {
  return decodeEntities(new RegExp(`\\s${name}="([^"<>]*)"`, 'i').exec(tag)?.[1] ?? '');
}

function absolute(address: string | null | undefined, base: string | undefined): string | undefined {
  if (!address || !URL.canParse(address, base)) return undefined;
  return new URL(address, base).href;
}
