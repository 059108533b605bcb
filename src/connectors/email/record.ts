import { z } from 'zod';
import { toStorable } from '../contract/read-json';

export const MAX_TEXT = 100_000;
export const MAX_REFERENCES = 40;
export const MAX_ATTACHMENTS = 50;

const text = (max: number) => z.string().max(max).transform(toStorable);
const messageId = z.string().min(1).max(512).transform(toStorable);
const address = z.strictObject({ address: text(320).pipe(z.string().min(3)), name: text(200) });

/** The length is judged before the entries, so that a hostile list costs nothing. */
function list<Item extends z.ZodType>(item: Item, max: number) {
  return z.array(z.unknown()).max(max).pipe(z.array(item));
}

/** What became of a mail of ours, as another server or reader reports it. */
const report = z.strictObject({
  type: z.enum(['delivery', 'read']),
  originalMessageId: messageId.optional(),
  /** delivered, delayed, failed, relayed, expanded. */
  action: text(40).optional(),
  /** RFC 3463: `5.1.1`. */
  status: text(20).optional(),
  detail: text(500).optional(),
});

/** Headers by which machines say that they are machines. */
const automatic = z.strictObject({
  autoSubmitted: text(100).optional(),
  precedence: text(100).optional(),
  /** `X-Autoreply`, `X-Autorespond` and their like. */
  isAutoreply: z.boolean(),
  /** The empty return path of bounces and vacation notes. */
  hasNullSender: z.boolean(),
  listId: text(500).optional(),
  listPost: text(500).optional(),
  hasUnsubscribe: z.boolean(),
});

/** One mail, decoded: what polling stores as the raw event, and what is parsed. Its files lie beside it. */
export const mailRecord = z.strictObject({
  kind: z.literal('mail'),
  uid: z.int().min(0).optional(),
  isInSentFolder: z.boolean(),
  /** With angle brackets; made from the content where the mail has none. */
  messageId,
  inReplyTo: messageId.optional(),
  /** The oldest first. */
  references: list(messageId, MAX_REFERENCES),
  from: address.optional(),
  replyTo: address.optional(),
  to: list(address, 200),
  subject: text(1000),
  sentAt: z.iso
    .datetime()
    .transform((value) => new Date(value))
    .refine((value) => value.getTime() >= 0, { error: 'time_too_early' }),
  text: text(MAX_TEXT),
  /** Of which channel of which Rapport it came, by our own header. */
  sentByChannel: text(100).optional(),
  automatic,
  report: report.optional(),
  attachments: list(
    z.strictObject({
      name: text(255).pipe(z.string().min(1)),
      contentType: z
        .string()
        .max(200)
        .regex(/^[\w.+-]+\/[\w.+-]+$/),
      size: z.int().min(0),
      fileKey: z.string().max(200).transform(toStorable).optional(),
    }),
    MAX_ATTACHMENTS,
  ),
});
export type MailRecord = z.output<typeof mailRecord>;
/** As it is written: times are ISO 8601. */
export type MailRecordJson = z.input<typeof mailRecord>;
