import type { Connector, InboundEvent, InboundMessage, InboundReach, ParsedInbound } from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { isRecord, readJson, toStorable } from '../contract/read-json';
import { attachmentsOf, quoteIn } from './embeds';
import { whole } from './links';
import { type BlueskyAuthor, type PostRecord, type PostView, polledDeletion, polledPost } from './schema';

/** Reads one post that was asked for, or the note that it is gone: `{ ownDid, seenAt, post | deleted }`. */
export const parseBlueskyPost: Connector['parseInbound'] = (body) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  if ('deleted' in json) {
    const gone = polledDeletion.safeParse(json);
    if (!gone.success) return refused(gone.error.issues);
    const { deleted: externalId, seenAt: versionAt } = gone.data;
    return { outcome: 'messages', events: [{ type: 'deleted', externalId, versionAt }] };
  }
  const parsed = polledPost.safeParse(json);
  if (!parsed.success) return refused(parsed.error.issues);
  const { post, ownDid, seenAt } = parsed.data;
  const reach = toReach(post, seenAt);
  const events: InboundEvent[] = [toMessage(post, ownDid), ...(reach ? [reach] : [])];
  return { outcome: 'messages', events };
};

function refused(issues: Parameters<typeof toFieldErrors>[0]): ParsedInbound {
  return { outcome: 'refused', reason: 'invalid_delivery', fields: toFieldErrors(issues) };
}

/** The account a record belongs to: `at://<did>/…`. */
function didOf(uri: string): string {
  return uri.split('/')[2] ?? '';
}

function webAddress(uri: string): string {
  const [, , did = '', , rkey = ''] = uri.split('/');
  return `https://bsky.app/profile/${did}/post/${encodeURIComponent(rkey)}`;
}

function toMessage(post: PostView, ownDid: string): InboundMessage {
  const { record, author, uri, indexedAt } = post;
  const root = record.reply?.root.uri ?? uri;
  const isOwn = author.did === ownDid;
  const quote = quoteIn(post.embed);
  const language = record.langs?.[0]?.split('-')[0]?.toLowerCase();
  // The author's own clock writes `createdAt`: it may be wrong, but nobody sees a post before it was written.
  const sentAt = record.createdAt && record.createdAt < indexedAt ? record.createdAt : indexedAt;
  const isInOurThread =
    record.reply != null && [record.reply.parent.uri, root].some((one) => didOf(one) === ownDid);
  const isAddressed = isInOurThread || mentions(record, ownDid) || (quote && didOf(quote.uri) === ownDid);
  return {
    type: 'created',
    externalId: uri,
    conversation: {
      externalId: root,
      url: webAddress(root),
      ...(!isOwn && !isAddressed && { isOverheard: true }),
    },
    author: toAuthor(author),
    text: whole(record.text, record.facets ?? []),
    ...(quote && { quotedText: `${quote.text}\n${webAddress(quote.uri)}`.trim() }),
    kind: isOwn ? (record.reply ? 'comment' : 'post') : isInOurThread ? 'comment' : 'mention',
    visibility: 'public',
    sentAt,
    versionAt: indexedAt,
    ...(record.reply && { replyToExternalId: record.reply.parent.uri }),
    ...(language && /^[a-z]{2,3}$/.test(language) && { language }),
    attachments: attachmentsOf(post.embed),
    isOwn,
  };
}

function mentions({ facets }: PostRecord, did: string): boolean {
  return (facets ?? []).some(({ features }) => features.some((feature) => feature.did === did));
}

function toAuthor({
  did,
  handle,
  displayName,
  avatar,
}: BlueskyAuthor): NonNullable<InboundMessage['author']> {
  // Bluesky shows this where a handle no longer leads to its account.
  const isKnown = handle !== '' && handle !== 'handle.invalid';
  const name = (displayName?.trim() || (isKnown ? handle : did)).slice(0, 200).toWellFormed();
  return {
    externalId: did,
    name: name || did.slice(0, 200),
    ...(isKnown && { handle: `@${handle}` }),
    profileUrl: `https://bsky.app/profile/${isKnown ? encodeURIComponent(handle) : did}`,
    ...(avatar && /^https?:\/\//i.test(avatar) && { avatarUrl: toStorable(avatar) }),
  };
}

/** How far it has spread; none where nothing has happened yet. */
function toReach(post: PostView, versionAt: Date): InboundReach | null {
  const [replies, likes] = [post.replyCount ?? 0, post.likeCount ?? 0];
  const shares = (post.repostCount ?? 0) + (post.quoteCount ?? 0);
  if (replies + shares + likes === 0) return null;
  return { type: 'reach', externalId: post.uri, replies, shares, likes, versionAt };
}
