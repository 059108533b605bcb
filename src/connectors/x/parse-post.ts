import type { InboundDeletion } from '../contract';
import { ignored, type PartOutcome, refusedBy } from '../contract/meta/part';
import { isRecord } from '../contract/read-json';
import { type Post, readUsers, toAttachments, toAuthor, toMessage } from './message';
import { deletedPost, olderDeletion, olderPost, xPost } from './schema';

/** What every part of a delivery shares. */
export interface Delivery {
  /** The brand's account. */
  ownId: string | undefined;
  receivedAt: Date;
  /** Objects sent along. */
  includes: Readonly<Record<string, unknown>>;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A post of the v2 form: our own, a mention, an answer or a quote. */
export function parsePost(raw: unknown, delivery: Delivery): PartOutcome {
  const parsed = xPost.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, []);
  const post = parsed.data;
  const referenced = (type: string) => post.referenced_tweets?.find((one) => one.type === type)?.id;
  if (referenced('retweeted') !== undefined) return ignored('repost');
  const answersId = post.in_reply_to_tweet_id ?? referenced('replied_to');
  const users = readUsers(listOf(delivery.includes.users));
  const normal: Post = {
    id: post.id,
    firstId: post.edit_history_tweet_ids?.[0] ?? post.id,
    text: post.note_tweet?.text ?? post.text,
    links: post.entities?.urls ?? [],
    author: toAuthor(post.author_id, users.get(post.author_id)),
    createdAt: post.created_at ?? undefined,
    conversationId: post.conversation_id ?? answersId ?? post.id,
    answersId,
    answersUserId: post.in_reply_to_user_id ?? undefined,
    language: post.lang ?? undefined,
    attachments: toAttachments(listOf(delivery.includes.media), post.attachments?.media_keys ?? []),
  };
  return { outcome: 'messages', events: [toMessage(normal, delivery.ownId, delivery.receivedAt)] };
}

/** A post of the v1.1 form. It does not name its thread: an answer counts to the post it answers. */
export function parseOlderPost(raw: unknown, delivery: Delivery): PartOutcome {
  const parsed = olderPost.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, []);
  const post = parsed.data;
  if (post.retweeted_status != null) return ignored('repost');
  const answersId = post.in_reply_to_status_id_str ?? undefined;
  const users = readUsers([{ ...post.user, id: post.user.id_str }]);
  const normal: Post = {
    id: post.id_str,
    firstId: post.edit_history?.initial_tweet_id ?? post.id_str,
    text: post.extended_tweet?.full_text ?? post.full_text ?? post.text ?? '',
    links: post.entities?.urls ?? [],
    author: toAuthor(post.user.id_str, users.get(post.user.id_str)),
    createdAt: post.timestamp_ms ?? post.created_at ?? undefined,
    conversationId: answersId ?? post.edit_history?.initial_tweet_id ?? post.id_str,
    answersId,
    answersUserId: post.in_reply_to_user_id_str ?? undefined,
    language: post.lang ?? undefined,
    attachments: toAttachments(listOf(post.extended_entities?.media)),
  };
  return { outcome: 'messages', events: [toMessage(normal, delivery.ownId, delivery.receivedAt)] };
}

/** A post that its author took away; the newer form does not say when. */
export function parseDeletion(raw: unknown, { receivedAt }: Delivery): PartOutcome {
  const isOlder = isRecord(raw) && 'status' in raw;
  const parsed = isOlder ? olderDeletion.safeParse(raw) : deletedPost.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, []);
  const deletion: InboundDeletion =
    'status' in parsed.data
      ? { type: 'deleted', externalId: parsed.data.status.id, versionAt: parsed.data.timestamp_ms }
      : { type: 'deleted', externalId: parsed.data.id, versionAt: receivedAt };
  return { outcome: 'messages', events: [deletion] };
}
