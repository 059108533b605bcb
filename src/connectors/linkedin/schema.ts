import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const LATEST_MS = Date.UTC(2100, 0, 1);

/** LinkedIn's name of anything: `urn:li:comment:(urn:li:activity:1,2)`. Notifications shorten the inner one. */
export const urn = z
  .string()
  .regex(/^urn:li:[\w:(),.-]{1,300}$/)
  .transform((text) => text.replace(/^urn:li:comment:\((?!urn:)/, 'urn:li:comment:(urn:li:'));

/** A name within an address: its parentheses are encoded as well, for they mean something there. */
export function encodeUrn(name: string): string {
  return encodeURIComponent(name).replaceAll('(', '%28').replaceAll(')', '%29');
}

const text = z.string().max(100_000).transform(toStorable);

/** A comment's words come bare, or under `message` as the comments API has them. */
const comment = z.object({
  entity: urn.nullish(),
  owner: urn.nullish(),
  actor: urn.nullish(),
  text: text.nullish(),
  message: z.object({ text }).nullish(),
  parentComment: urn.nullish(),
});

const share = z.object({ entity: urn.nullish(), owner: urn.nullish(), text: text.nullish() });

export const notification = z.object({
  action: z.string().max(100),
  organizationalEntity: urn,
  sourcePost: urn.nullish(),
  decoratedSourcePost: share.nullish(),
  lastModifiedAt: z.int().min(0).max(LATEST_MS),
  generatedActivity: urn.nullish(),
  decoratedGeneratedActivity: z.object({ comment: comment.nullish(), share: share.nullish() }).nullish(),
});
export type Notification = z.output<typeof notification>;

/** A comment as the comments API answers it. */
export const fetchedComment = z.object({
  actor: urn,
  message: z.object({ text: z.string() }),
  parentComment: urn.nullish(),
});
