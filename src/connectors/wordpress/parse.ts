import type { z } from 'zod';
import type { Connector, InboundAuthor, ParsedInbound } from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { decodeEntities, htmlToText } from '../contract/html-text';
import { isRecord, readJson } from '../contract/read-json';
import { goneBody, type WordpressComment, wordpressBody, type wordpressPost } from './schema';

const MAX_TEXT = 100_000;

/** Reads one comment that was asked for, or that it is no longer there. */
export const parseWordpressComment: Connector['parseInbound'] = (body) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  if ('gone' in json) {
    const gone = goneBody.safeParse(json);
    if (!gone.success) return refused(gone.error);
    return deletion(gone.data.gone, gone.data.post, new Date(gone.data.seenAt));
  }
  const parsed = wordpressBody.safeParse(json);
  if (!parsed.success) return refused(parsed.error);
  const given = parsed.data;
  const { comment, seenAt } = given;
  const versionAt = seenAt === undefined ? comment.date_gmt : new Date(seenAt);
  if (comment.status !== 'approved') {
    // Taken back for moderation, it is read by nobody; a new one comes once it is approved.
    if (seenAt !== undefined) return deletion(comment.id, comment.post, versionAt);
    return { outcome: 'ignored', reason: 'comment_on_hold' };
  }
  return {
    outcome: 'messages',
    events: [
      {
        type: seenAt === undefined ? 'created' : 'updated',
        externalId: comment.id,
        conversation: { externalId: comment.post, ...toThread(given.post) },
        author: toAuthor(comment),
        text: htmlToText(comment.content.rendered).slice(0, MAX_TEXT).toWellFormed(),
        kind: 'comment',
        visibility: 'public',
        sentAt: comment.date_gmt,
        versionAt,
        ...(comment.parent !== '0' && { replyToExternalId: comment.parent }),
        attachments: [],
        isOwn: given.isOwn,
        ...(given.isRestored && { isRestored: true }),
      },
    ],
  };
};

function refused(error: z.ZodError): ParsedInbound {
  return { outcome: 'refused', reason: 'invalid_delivery', fields: toFieldErrors(error.issues) };
}

function deletion(externalId: string, conversationExternalId: string, versionAt: Date) {
  const event = { type: 'deleted' as const, externalId, conversationExternalId, versionAt };
  return { outcome: 'messages' as const, events: [event] };
}

function toThread({ title, link }: z.output<typeof wordpressPost>): { subject?: string; url?: string } {
  const subject = htmlToText(title?.rendered ?? '')
    .slice(0, 300)
    .toWellFormed();
  const url = onTheWeb(link);
  return { ...(subject && { subject }), ...(url && { url }) };
}

/** A visitor is known by the mail address given with the comment, a user by its number. */
function toAuthor(comment: WordpressComment): InboundAuthor {
  const name = decodeEntities(comment.author_name).trim().slice(0, 200).toWellFormed();
  const email = comment.author_email?.trim().toLowerCase();
  const isUser = comment.author !== '0';
  const externalId = isUser ? `user:${comment.author}` : email || `name:${name.toLowerCase()}`;
  const avatarUrl = onTheWeb(comment.author_avatar_urls?.['96']);
  const profileUrl = onTheWeb(comment.author_url);
  return {
    externalId,
    ...(name ? { name } : { name: `WordPress ${comment.id}`, isNamePlaceholder: true }),
    ...(avatarUrl && { avatarUrl }),
    ...(profileUrl && { profileUrl }),
  };
}

function onTheWeb(address: string | null | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) && URL.canParse(address)
    ? new URL(address).href
    : undefined;
}
