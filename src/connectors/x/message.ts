import type { InboundAttachment, InboundAuthor, InboundMessage } from '../contract';
import { decodeEntities } from '../contract/html-text';
import { compact, toAttachment } from '../contract/meta/attachments';
import { toStorable } from '../contract/read-json';
import { type XUser, xMedia, xUser } from './schema';

/** X's own beginning of time: ids carry the milliseconds since. */
const EPOCH_MS = 1_288_834_974_657;
/** Ids before November 2010 were counted one by one and tell no time. */
const FIRST_TIMED_ID = 29_700_859_247n;
const LATEST_MS = Date.UTC(2100, 0, 1);
/** What X writes where it cannot tell the language, or where there is none to tell. */
const NO_LANGUAGE = /^(und|zxx|art|q.*)$/;

/** When the thing with this id was made; undefined where the id is too old to say. */
export function timeOfId(id: string): Date | undefined {
  const value = BigInt(id);
  if (value < FIRST_TIMED_ID) return undefined;
  const at = Number(value >> 22n) + EPOCH_MS;
  return at > LATEST_MS ? undefined : new Date(at);
}

/** Both forms of a post, as one. */
export interface Post {
  id: string;
  /** The id it had before it was edited: each edit gets another. */
  firstId: string;
  text: string;
  links: readonly { url: string; expanded_url?: string | null | undefined }[];
  author: InboundAuthor;
  createdAt: Date | undefined;
  conversationId: string;
  answersId: string | undefined;
  answersUserId: string | undefined;
  language: string | undefined;
  attachments: InboundAttachment[];
}

/** What answers us is a comment, whatever else of it X tells; anything else that somebody writes about us is a mention. */
export function toMessage(post: Post, ownId: string | undefined, receivedAt: Date): InboundMessage {
  const isOwn = post.author.externalId === ownId;
  const isAnswerToUs = ownId !== undefined && post.answersUserId === ownId;
  const { language } = post;
  return {
    type: post.id === post.firstId ? 'created' : 'updated',
    externalId: post.firstId,
    conversation: {
      externalId: post.conversationId,
      url: `https://x.com/i/web/status/${post.conversationId}`,
    },
    author: post.author,
    text: readableText(post.text, post.links),
    kind: isOwn ? (post.answersId ? 'comment' : 'post') : isAnswerToUs ? 'comment' : 'mention',
    visibility: 'public',
    sentAt: post.createdAt ?? timeOfId(post.id) ?? receivedAt,
    versionAt: timeOfId(post.id) ?? post.createdAt ?? receivedAt,
    ...(post.answersId && { replyToExternalId: post.answersId }),
    ...(language && /^[a-z]{2,3}$/.test(language) && !NO_LANGUAGE.test(language) && { language }),
    attachments: post.attachments,
    isOwn,
  };
}

/** X writes `&`, `<` and `>` as in HTML and every link as its own short one: what was meant is put back. */
export function readableText(text: string, links: Post['links']): string {
  const meant = new Map(links.map(({ url, expanded_url }) => [url, expanded_url ?? url]));
  const whole = text.replace(/https:\/\/t\.co\/\w{1,40}/g, (short) => meant.get(short) ?? short);
  return toStorable(decodeEntities(whole)).slice(0, 100_000).toWellFormed();
}

/** People come by id in two forms, bare or under `data`. */
export function readUsers(list: readonly unknown[]): Map<string, XUser> {
  const users = list.slice(0, 200).flatMap((entry) => {
    const bare = typeof entry === 'object' && entry !== null && 'data' in entry ? entry.data : entry;
    return xUser.safeParse(bare).data ?? [];
  });
  return new Map(users.map((user) => [user.id, user]));
}

/** An author; where X sends only the id, a name made of its end that never replaces a better one. */
export function toAuthor(id: string, user: XUser | undefined): InboundAuthor {
  const handle = user?.username ?? user?.screen_name;
  const name = (user?.name?.trim() || handle)?.slice(0, 200).toWellFormed();
  const avatar = user?.profile_image_url ?? user?.profile_image_url_https;
  return {
    externalId: id,
    ...(name ? { name } : { name: `X ${id.slice(-4)}`, isNamePlaceholder: true }),
    ...(handle && { handle: `@${handle}`, profileUrl: `https://x.com/${encodeURIComponent(handle)}` }),
    ...(avatar && /^https?:\/\//i.test(avatar) && { avatarUrl: toStorable(avatar) }),
  };
}

export function toAttachments(list: readonly unknown[], keys?: readonly string[]): InboundAttachment[] {
  return compact(
    list.slice(0, 50).map((entry) => {
      const media = xMedia.safeParse(entry).data;
      if (!media || (keys && !keys.includes(media.media_key ?? ''))) return null;
      // Of a film only its preview has an address of its own.
      const address = media.media_url_https ?? media.url ?? media.preview_image_url;
      return toAttachment('image', address, media.alt_text || undefined);
    }),
  );
}
