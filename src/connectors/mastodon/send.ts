import { z } from 'zod';
import type { Connector, OutboundAttachment, OutboundMessage, Refusal, SendOutcome } from '../contract';
import { encodeMultipart } from '../contract/multipart';
import { type CallMastodon, callerFor, isMissing } from './api-call';
import { findStatus } from './find-status';
import { MAX_FILES } from './manifest';
import { readInstance, readOwnAccount } from './own-account';
import { fullName } from './parse';
import { localId, type MastodonStatus, type OwnAccount, statusUri } from './schema';
import { lengthOf } from './status-length';

type Failure = Extract<SendOutcome, { outcome: 'failed' }>;

/** From everybody to those who are named. */
const OPENNESS = ['public', 'unlisted', 'private', 'direct'];
const MEDIA_TRIES = 20;
const MEDIA_WAIT_MS = 500;

function failed(reason: string): Failure {
  return { outcome: 'failed', reason };
}

const written = z.object({ uri: statusUri });

/** Writes an answer, never more openly than what it answers, or a status of its own. */
export const sendToMastodon: Connector['send'] = async (message, channel, outbound, now) => {
  if (message.attachments.length > MAX_FILES) return failed('too_many_attachments');
  const call = callerFor(channel, outbound, now);
  const parentUri =
    message.replyToExternalId ?? (message.kind === 'post' ? undefined : message.conversation.externalId);
  const parent = parentUri === undefined ? undefined : await findStatus(parentUri, call);
  if (parent && 'outcome' in parent) return isMissing(parent) ? failed('thread_gone') : parent;
  const us = await readOwnAccount(channel, call);
  if ('outcome' in us) return us;
  const instance = await readInstance(call);
  if ('outcome' in instance) return instance;
  const visibility = visibilityOf(message, parent);
  const names = parent ? namesFor(parent, us.own, visibility) : recipientOf(message);
  if (visibility === 'direct' && names.length === 0) return failed('no_recipient');
  const status = withNames(message.text, names);
  const warning = parent?.spoiler_text ?? '';
  if (lengthOf(status) + lengthOf(warning) > instance.textLimit) return failed('text_too_long');
  const mediaIds = await upload(message.attachments, call);
  if (!Array.isArray(mediaIds)) return mediaIds;
  const answer = await call({
    method: 'POST',
    path: '/api/v1/statuses',
    idempotencyKey: message.id,
    body: {
      status,
      visibility,
      ...(parent && { in_reply_to_id: parent.id }),
      ...(warning && { spoiler_text: warning }),
      ...(mediaIds.length > 0 && { media_ids: mediaIds }),
    },
  });
  if (answer.outcome !== 'answered') return answer;
  const externalId = written.safeParse(answer.json).data?.uri;
  return { outcome: 'sent', ...(externalId && { externalId }), budgets: answer.budgets };
};

function visibilityOf(message: OutboundMessage, parent: MastodonStatus | undefined): string {
  const isClosed = message.visibility === 'private' || message.kind === 'direct';
  if (!parent) return isClosed ? 'direct' : 'public';
  // A private answer to what everybody reads is for its author alone; followers-only stays so.
  const wanted = isClosed && parent.visibility !== 'private' ? 'direct' : parent.visibility;
  if (!OPENNESS.includes(wanted)) return wanted;
  return OPENNESS[Math.max(OPENNESS.indexOf(wanted), OPENNESS.indexOf(parent.visibility))] ?? 'direct';
}

/** Who is answered; within a conversation of few, the others of it as well. */
function namesFor(parent: MastodonStatus, own: OwnAccount, visibility: string): string[] {
  const others = parent.visibility === 'direct' && visibility === 'direct' ? (parent.mentions ?? []) : [];
  const names = [parent.account.acct, ...others.map(({ acct }) => acct)];
  const ours = fullName(own.acct, own.domain);
  return [...new Set(names)].filter((acct) => fullName(acct, own.domain) !== ours);
}

function recipientOf({ visibility, kind, recipientExternalId }: OutboundMessage): string[] {
  const isClosed = visibility === 'private' || kind === 'direct';
  return isClosed && recipientExternalId ? [recipientExternalId] : [];
}

/** Only who is named is told: missing names stand before the text. */
function withNames(text: string, names: readonly string[]): string {
  const known = text.toLowerCase();
  const missing = names.filter((acct) => !known.includes(`@${acct.toLowerCase()}`));
  return [...missing.map((acct) => `@${acct}`), text].join(' ');
}

const media = z.object({ id: localId, url: z.unknown().optional() });

async function upload(
  attachments: readonly OutboundAttachment[],
  call: CallMastodon,
): Promise<string[] | Refusal> {
  const ids: string[] = [];
  for (const attachment of attachments) {
    const { contentType, body: form } = await encodeMultipart({}, 'file', attachment);
    const body = { form, contentType };
    const second = await call({ method: 'POST', path: '/api/v2/media', body });
    const answer = isMissing(second) ? await call({ method: 'POST', path: '/api/v1/media', body }) : second;
    if (answer.outcome !== 'answered') return isMissing(answer) ? failed('attachments_unsupported') : answer;
    const id = media.safeParse(answer.json).data?.id;
    if (id === undefined) return failed('attachment_refused');
    const late = answer.status === 202 ? await untilReady(id, call) : null;
    if (late) return late;
    ids.push(id);
  }
  return ids;
}

/** Films are worked on for a while; a status can only be made with what is done. */
async function untilReady(id: string, call: CallMastodon): Promise<Refusal | null> {
  for (let tries = 0; tries < MEDIA_TRIES; tries += 1) {
    const answer = await call({ method: 'GET', path: `/api/v1/media/${encodeURIComponent(id)}` });
    if (answer.outcome !== 'answered') return answer;
    if (answer.status === 200) return null;
    await new Promise((resolve) => setTimeout(resolve, MEDIA_WAIT_MS));
  }
  return { outcome: 'retry', reason: 'network_timeout' };
}
