import { z } from 'zod';
import type { FieldError } from '@/kernel/errors';
import { toStorable } from '../contract/read-json';

/** What fits a 32-bit column, about 2 GB. */
const MAX_BYTES = 2_147_483_647;
const DAY_MS = 24 * 60 * 60 * 1000;
export const MAX_BATCH = 500;

const text = (max: number) => z.string().max(max).transform(toStorable);
const id = z.string().min(1).max(512).transform(toStorable);
const name = z.string().trim().min(1).max(200).transform(toStorable);

const httpUrl = z
  .string()
  .max(2048)
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), {
    error: 'invalid_url',
    abort: true,
  })
  .transform(toStorable);

const language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

const time = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .refine((value) => value.getTime() >= 0, { error: 'time_too_early' });

/** The length is judged before the entries, so that a hostile list costs nothing. */
function list<Item extends z.ZodType>(item: Item, min: number, max: number) {
  return z.array(z.unknown()).min(min).max(max).pipe(z.array(item));
}

const conversation = z.strictObject({
  externalId: id,
  subject: text(1000).optional(),
  url: httpUrl.optional(),
});

const author = z.strictObject({
  externalId: id,
  name,
  handle: name.optional(),
  avatarUrl: httpUrl.optional(),
  profileUrl: httpUrl.optional(),
});

const attachment = z.strictObject({
  url: httpUrl,
  contentType: z
    .string()
    .max(200)
    .regex(/^[\w.+-]+\/[\w.+*-]+(\s*;[\x20-\x7e]*)?$/),
  name: z.string().min(1).max(255).transform(toStorable),
  size: z.int().min(0).max(MAX_BYTES),
});

const message = z
  .strictObject({
    externalId: id,
    conversation,
    author,
    text: text(100_000),
    kind: z.enum(['post', 'comment', 'mention', 'review', 'direct', 'email']),
    visibility: z.enum(['public', 'private']),
    sentAt: time,
    replyToExternalId: id.optional(),
    language: language.optional(),
    rating: z.int().min(1).max(5).optional(),
    attachments: list(attachment, 0, 50).optional(),
  })
  .refine((value) => value.rating === undefined || value.kind === 'review', {
    error: 'rating_only_for_reviews',
    path: ['rating'],
  });

const deletion = z.strictObject({
  externalId: id,
  conversation: z.strictObject({ externalId: id }).optional(),
});

export type ApiMessage = z.output<typeof message>;

/**
 * The integrator's contract: strict, unknown keys refused by name. Text comes out storable (no NUL, no lone
 * surrogate). Times in the future are judged by `timesInFuture`, since a schema has no clock.
 */
export const apiEnvelope = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('message.created'), timestamp: time, data: message }),
  z.strictObject({ type: z.literal('message.updated'), timestamp: time, data: message }),
  z.strictObject({ type: z.literal('message.deleted'), timestamp: time, data: deletion }),
  z.strictObject({
    type: z.literal('message.batch'),
    timestamp: time.optional(),
    data: list(message, 1, MAX_BATCH),
  }),
]);
export type ApiEnvelope = z.output<typeof apiEnvelope>;

/** The fields whose time lies more than 24 h after `receivedAt`: such a version would win for ever. */
export function timesInFuture(envelope: ApiEnvelope, receivedAt: Date): FieldError[] {
  const latest = receivedAt.getTime() + DAY_MS;
  const { type, data } = envelope;
  const batch = type === 'message.batch' ? data : [];
  const times: [string, Date | undefined][] = [
    ['timestamp', envelope.timestamp],
    ['data.sentAt', type === 'message.created' || type === 'message.updated' ? data.sentAt : undefined],
    ...batch.map((one, index): [string, Date] => [`data.${index}.sentAt`, one.sentAt]),
  ];
  return times
    .filter(([, time]) => time !== undefined && time.getTime() > latest)
    .slice(0, 20)
    .map(([path]) => ({ path, reason: 'time_in_future' }));
}
