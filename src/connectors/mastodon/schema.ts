import { z } from 'zod';
import { toStorable } from '../contract/read-json';

const LATEST = Date.UTC(2100, 0, 1);
/** Numbers, ULIDs or Pleroma's own, each only good at its instance. */
export const localId = z.union([z.string().min(1).max(100), z.int().min(0).transform(String)]);
const word = z.string().max(1000).transform(toStorable);
const address = z.string().max(4096).nullish().catch(null);

/** A status' own name everywhere; ActivityPub asks for https, a test instance may do without. */
export const statusUri = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|tag:)\S+$/)
  .transform(toStorable);

export const mastodonTime = z
  .string()
  .max(64)
  .transform((value) => new Date(Date.parse(value)))
  .refine((value) => !Number.isNaN(value.getTime()), { error: 'invalid_format' })
  .refine((value) => value.getTime() >= 0 && value.getTime() <= LATEST, { error: 'time_in_future' });

export const mastodonAccount = z.object({
  id: localId,
  /** `name` of somebody of the same instance, `name@instance` of others. */
  acct: z.string().min(1).max(500).transform(toStorable),
  display_name: word.nullish(),
  url: address,
  avatar: address,
});
export type MastodonAccount = z.output<typeof mastodonAccount>;

const media = z.object({
  type: z.string().max(50),
  url: z.unknown().optional(),
  remote_url: z.unknown().optional(),
  description: z.string().max(20_000).nullish(),
});

const html = z.string().max(300_000);
const count = z.int().min(0).max(1e12).nullish().catch(null);
const quoted = z.object({
  uri: statusUri,
  url: address,
  content: html,
  account: z.object({ acct: word }),
});

export const mastodonStatus = z.object({
  id: localId,
  uri: statusUri,
  url: address,
  account: mastodonAccount,
  content: html.nullish(),
  spoiler_text: word.nullish().catch(null),
  visibility: z.string().max(50),
  language: z.string().max(50).nullish().catch(null),
  created_at: mastodonTime,
  edited_at: mastodonTime.nullish().catch(null),
  in_reply_to_id: localId.nullish(),
  in_reply_to_account_id: localId.nullish(),
  mentions: z
    .array(z.object({ id: localId, acct: z.string().min(1).max(500) }))
    .max(500)
    .nullish()
    .catch(null),
  media_attachments: z.array(media).max(50).nullish().catch(null),
  reblog: z.unknown().optional(),
  quote: z.object({ quoted_status: quoted }).nullish().catch(null),
  replies_count: count,
  reblogs_count: count,
  favourites_count: count,
});
export type MastodonStatus = z.output<typeof mastodonStatus>;

/** The brand's account at its instance. */
export const ownAccount = z.object({
  id: z.string().max(100),
  acct: z.string().max(500),
  /** The instance's own, as it stands in handles. */
  domain: z.string().min(1).max(255),
});
export type OwnAccount = z.output<typeof ownAccount>;

/** What we asked for, as it is kept until it is parsed. */
export const polledStatus = z.object({
  own: ownAccount,
  seenAt: mastodonTime,
  /** The uris of what it answers, the first of the thread first; ids would only hold at this instance. */
  ancestors: z.array(statusUri).max(500),
  status: mastodonStatus,
});
export const polledDeletion = z.object({ own: ownAccount, seenAt: mastodonTime, deleted: statusUri });
