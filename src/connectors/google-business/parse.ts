import type { Connector, InboundAuthor, InboundMessage, ParsedInbound } from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { isRecord, readJson } from '../contract/read-json';
import { versionOf } from '../contract/version';
import { goneReview, type Review, review, STARS } from './schema';

/** Reads one review as the API tells it, or `{ gone }` for one that is listed no more. */
export const parseGoogleReview: Connector['parseInbound'] = (body) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  return 'gone' in json ? readGone(json.gone) : readReview(json);
};

function readGone(value: unknown): ParsedInbound {
  const gone = goneReview.safeParse(value);
  if (!gone.success) return refused(gone.error.issues, ['gone']);
  const { reviewId, at } = gone.data;
  const versionAt = versionOf('deleted', at);
  return {
    outcome: 'messages',
    events: [{ type: 'deleted', externalId: reviewId, conversationExternalId: reviewId, versionAt }],
  };
}

function readReview(value: unknown): ParsedInbound {
  const parsed = review.safeParse(value);
  if (!parsed.success) return refused(parsed.error.issues);
  return { outcome: 'messages', events: [toMessage(parsed.data), ...toReply(parsed.data)] };
}

function refused(issues: Parameters<typeof toFieldErrors>[0], prefix?: string[]): ParsedInbound {
  return { outcome: 'refused', reason: 'invalid_delivery', fields: toFieldErrors(issues, prefix) };
}

function toMessage(one: Review): InboundMessage {
  const isEdited = one.updateTime > one.createTime;
  const type = isEdited ? 'updated' : 'created';
  const rating = one.starRating === 'STAR_RATING_UNSPECIFIED' ? undefined : STARS[one.starRating];
  const author = authorOf(one);
  return {
    type,
    externalId: one.reviewId,
    conversation: { externalId: one.reviewId },
    ...(author && { author }),
    text: one.comment?.trim() ?? '',
    kind: 'review',
    visibility: 'public',
    sentAt: one.createTime,
    versionAt: versionOf(type, one.updateTime),
    ...(rating && { rating }),
    attachments: [],
    isOwn: false,
  };
}

/** Nobody where the reviewer wished so. One person writes one review of a place: its id stands for theirs. */
function authorOf({ reviewer, reviewId }: Review): InboundAuthor | null {
  const name = reviewer?.displayName?.trim();
  if (!name || reviewer?.isAnonymous) return null;
  const avatarUrl = reviewer?.profilePhotoUrl;
  return {
    externalId: reviewId,
    name,
    ...(avatarUrl && URL.canParse(avatarUrl) && { avatarUrl }),
  };
}

function toReply({ reviewId, reviewReply }: Review): InboundMessage[] {
  if (!reviewReply) return [];
  return [
    {
      // The API tells only when the answer was last changed.
      type: 'updated',
      externalId: replyIdOf(reviewId),
      conversation: { externalId: reviewId },
      text: reviewReply.comment,
      kind: 'comment',
      visibility: 'public',
      sentAt: reviewReply.updateTime,
      versionAt: versionOf('created', reviewReply.updateTime),
      replyToExternalId: reviewId,
      attachments: [],
      isOwn: true,
    },
  ];
}

export function replyIdOf(reviewId: string): string {
  return `${reviewId}/reply`;
}
