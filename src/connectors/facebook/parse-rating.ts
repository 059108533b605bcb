import { z } from 'zod';
import type { InboundMessage } from '../contract';
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
import { parseFeedChange } from './parse-feed';

const TYPES = { add: 'created', edit: 'updated', edited: 'updated', remove: 'deleted' } as const;

const ratingValue = z.object({
  open_graph_story_id: metaId,
  reviewer_id: metaId.nullish(),
  reviewer_name: metaText.nullish(),
  rating: z.int().min(1).max(5).nullish(),
  review_text: metaText.nullish(),
  created_time: metaTime.nullish(),
});

/** A change of the field `ratings`: the review itself; comments and reactions on it read as those of the feed. */
export function parseRatingChange(raw: Record<string, unknown>, entry: EntryContext): PartOutcome {
  if (raw.item !== 'rating') return parseFeedChange(raw, 'ratings', entry);
  const type =
    typeof raw.verb === 'string' && Object.hasOwn(TYPES, raw.verb)
      ? TYPES[raw.verb as keyof typeof TYPES]
      : null;
  if (type === null) return ignored('unknown_verb');
  const parsed = ratingValue.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, ['value']);
  const value = parsed.data;
  const externalId = value.open_graph_story_id;
  if (type === 'deleted') {
    const versionAt = versionOf(type, entry.entryAt);
    return {
      outcome: 'messages',
      events: [{ type, externalId, conversationExternalId: externalId, versionAt }],
    };
  }
  const sentAt = value.created_time ?? entry.entryAt;
  const message: InboundMessage = {
    type,
    externalId,
    conversation: { externalId, url: `https://www.facebook.com/${encodeURIComponent(externalId)}` },
    ...(value.reviewer_id && { author: toAuthor(value.reviewer_id, value.reviewer_name, BRAND) }),
    text: value.review_text ?? '',
    kind: 'review',
    visibility: 'public',
    sentAt,
    versionAt: versionOf(type, type === 'created' ? sentAt : entry.entryAt),
    ...(value.rating != null && { rating: value.rating }),
    attachments: [],
    isOwn: value.reviewer_id === entry.accountId,
  };
  return { outcome: 'messages', events: [message] };
}
