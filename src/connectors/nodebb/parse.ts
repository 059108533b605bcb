import type { z } from 'zod';
import type { Connector, InboundAttachment, InboundAuthor, InboundMessage } from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { decodeEntities, htmlToText } from '../contract/html-text';
import { compact, toAttachment } from '../contract/meta/attachments';
import { isRecord, readJson } from '../contract/read-json';
import { nodebbBody } from './schema';

type Body = z.output<typeof nodebbBody>;
const MAX_TEXT = 100_000;

/** Reads one post that was asked for, with its topic. */
export const parseNodebbPost: Connector['parseInbound'] = (body, channel, receivedAt) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  const parsed = nodebbBody.safeParse(json);
  if (!parsed.success)
    return { outcome: 'refused', reason: 'invalid_delivery', fields: toFieldErrors(parsed.error.issues) };
  const { post, seenAt } = parsed.data;
  const conversationExternalId = post.tid;
  if (post.deleted) {
    const versionAt = seenAt ? new Date(seenAt) : receivedAt;
    return {
      outcome: 'messages',
      events: [{ type: 'deleted', externalId: post.pid, conversationExternalId, versionAt }],
    };
  }
  const { baseUrl, username } = channel.settings;
  return {
    outcome: 'messages',
    events: [
      toMessage(
        parsed.data,
        typeof baseUrl === 'string' ? baseUrl.replace(/\/+$/, '') : undefined,
        typeof username === 'string' ? username : undefined,
      ),
    ],
  };
};

function toMessage(
  { post, topic, seenAt }: Body,
  base: string | undefined,
  own: string | undefined,
): InboundMessage {
  const isMain = post.pid === topic.mainPid;
  const title = topic.title ? decodeEntities(topic.title).toWellFormed() : undefined;
  const path = (topic.slug ?? topic.tid).split('/').map(encodeURIComponent).join('/');
  const changedAt = Math.max(post.timestamp, post.edited ?? 0);
  const isChanged = changedAt > post.timestamp;
  return {
    type: isChanged || seenAt ? 'updated' : 'created',
    externalId: post.pid,
    conversation: {
      externalId: post.tid,
      ...(title && { subject: title }),
      ...(base && { url: `${base}/topic/${path}` }),
    },
    author: toAuthor(post, base),
    text: htmlToText(post.content).slice(0, MAX_TEXT).toWellFormed(),
    kind: isMain ? 'post' : 'comment',
    visibility: 'public',
    sentAt: new Date(post.timestamp),
    versionAt: seenAt ? new Date(seenAt) : new Date(changedAt),
    ...(!isMain && { replyToExternalId: post.toPid ?? topic.mainPid }),
    attachments: attachmentsOf(post.content, base),
    isOwn: own !== undefined && post.user?.username?.toLowerCase() === own.toLowerCase(),
    // Seen again after it was seen deleted.
    ...(seenAt && { isRestored: true }),
  };
}

function toAuthor({ uid, user }: Body['post'], base: string | undefined): InboundAuthor {
  const name = user?.displayname?.trim() || user?.username?.trim();
  const picture =
    user?.picture && URL.canParse(user.picture, base) ? new URL(user.picture, base).href : undefined;
  return {
    externalId: uid,
    ...(name
      ? { name: decodeEntities(name).slice(0, 200).toWellFormed() }
      : { name: `NodeBB ${uid.slice(-4)}`.toWellFormed(), isNamePlaceholder: true }),
    ...(user?.username && { handle: `@${user.username}` }),
    ...(picture && /^https?:/.test(picture) && { avatarUrl: picture }),
    ...(base && user?.userslug && { profileUrl: `${base}/user/${encodeURIComponent(user.userslug)}` }),
  };
}

function attachmentsOf(content: string, base: string | undefined): InboundAttachment[] {
  const images = [...content.slice(0, 200_000).matchAll(/<img\b[^<>]*>/gi)];
  return compact(
    images.map(([tag]) => {
      if (/\bclass="[^"<>]*\bemoji\b/i.test(tag)) return null;
      const address = decodeEntities(/\ssrc="([^"<>]*)"/i.exec(tag)?.[1] ?? '');
      const whole = address !== '' && URL.canParse(address, base) ? new URL(address, base).href : undefined;
      return toAttachment(
        'image',
        whole,
        decodeEntities(/\salt="([^"<>]*)"/i.exec(tag)?.[1] ?? '') || undefined,
      );
    }),
  );
}
