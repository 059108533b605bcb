import type {
  Connector,
  InboundAttachment,
  InboundEvent,
  InboundMessage,
  InboundReach,
  ParsedInbound,
} from '../contract';
import { toFieldErrors } from '../contract/field-errors';
import { compact, type MediaKind, toAttachment } from '../contract/meta/attachments';
import { isRecord, readJson, toStorable } from '../contract/read-json';
import {
  type MastodonAccount,
  type MastodonStatus,
  type OwnAccount,
  polledDeletion,
  polledStatus,
} from './schema';
import { statusText } from './status-text';

/** Reads one status that was asked for, or the note that it is gone: `{ own, seenAt, ancestors, status | deleted }`. */
export const parseMastodonStatus: Connector['parseInbound'] = (body) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  if ('deleted' in json) {
    const gone = polledDeletion.safeParse(json);
    if (!gone.success) return refused(gone.error.issues);
    const { deleted: externalId, seenAt: versionAt } = gone.data;
    return { outcome: 'messages', events: [{ type: 'deleted', externalId, versionAt }] };
  }
  const parsed = polledStatus.safeParse(json);
  if (!parsed.success) return refused(parsed.error.issues);
  const { status, own, ancestors, seenAt } = parsed.data;
  if (status.reblog != null) return { outcome: 'ignored', reason: 'repost' };
  const reach = toReach(status, seenAt);
  const events: InboundEvent[] = [toMessage(status, own, ancestors), ...(reach ? [reach] : [])];
  return { outcome: 'messages', events };
};

function refused(issues: Parameters<typeof toFieldErrors>[0]): ParsedInbound {
  return { outcome: 'refused', reason: 'invalid_delivery', fields: toFieldErrors(issues) };
}

function toMessage(status: MastodonStatus, own: OwnAccount, ancestors: readonly string[]): InboundMessage {
  const { uri, created_at: createdAt, edited_at: editedAt, visibility } = status;
  const author = toAuthor(status.account, own.domain);
  const isOwn = author.externalId === fullName(own.acct, own.domain);
  const isAnswerToUs = status.in_reply_to_account_id === own.id;
  const isAddressed = isAnswerToUs || (status.mentions ?? []).some(({ id }) => id === own.id);
  const isOpen = visibility === 'public' || visibility === 'unlisted' || visibility === 'local';
  const parent = ancestors.at(-1);
  const language = status.language?.split('-')[0]?.toLowerCase();
  const quote = status.quote?.quoted_status;
  return {
    type: editedAt ? 'updated' : 'created',
    externalId: uri,
    conversation: {
      externalId: ancestors[0] ?? uri,
      ...(parent === undefined && webAddress(status.url) && { url: webAddress(status.url) as string }),
      ...(!isOwn && !isAddressed && { isOverheard: true }),
      // Where the thread's beginning could not be seen, the nearest that is known here tells the thread.
      ...(ancestors.length > 0 && { relatedExternalIds: ancestors.toReversed().slice(0, 20) }),
    },
    author,
    text: statusText(status.content ?? '', status.spoiler_text),
    ...(quote && {
      quotedText: `@${quote.account.acct}: ${statusText(quote.content)}\n${webAddress(quote.url) ?? quote.uri}`,
    }),
    kind:
      visibility === 'direct'
        ? 'direct'
        : isOwn
          ? parent
            ? 'comment'
            : 'post'
          : isAnswerToUs
            ? 'comment'
            : 'mention',
    visibility: isOpen ? 'public' : 'private',
    sentAt: createdAt,
    versionAt: editedAt ?? createdAt,
    ...(parent && { replyToExternalId: parent }),
    ...(language && /^[a-z]{2,3}$/.test(language) && { language }),
    attachments: attachmentsOf(status),
    isOwn,
  };
}

/** `name@instance`, which everybody sees alike and nobody can change; ids differ at each instance. */
export function fullName(acct: string, domain: string): string {
  return (acct.includes('@') ? acct : `${acct}@${domain}`).toLowerCase();
}

export function toAuthor(account: MastodonAccount, domain: string): NonNullable<InboundMessage['author']> {
  const externalId = toStorable(fullName(account.acct, domain));
  const [profileUrl, avatarUrl] = [webAddress(account.url), webAddress(account.avatar)];
  return {
    externalId,
    name: (account.display_name?.trim() || account.acct).slice(0, 200).toWellFormed(),
    handle: `@${externalId}`,
    ...(profileUrl && { profileUrl }),
    ...(avatarUrl && { avatarUrl }),
  };
}

function webAddress(address: string | null | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) ? toStorable(address) : undefined;
}

const KINDS: Readonly<Record<string, MediaKind>> = {
  image: 'image',
  gifv: 'video',
  video: 'video',
  audio: 'audio',
};

function attachmentsOf({ media_attachments: list }: MastodonStatus): InboundAttachment[] {
  return compact(
    (list ?? []).map(({ type, url, remote_url: remote, description }) => {
      const name = description?.trim().slice(0, 255).toWellFormed() || undefined;
      return toAttachment(KINDS[type] ?? 'file', url ?? remote, name);
    }),
  );
}

/** How far it has spread, as this instance knows; none where nothing has happened yet. */
function toReach(status: MastodonStatus, versionAt: Date): InboundReach | null {
  const [replies, shares, likes] = [
    status.replies_count ?? 0,
    status.reblogs_count ?? 0,
    status.favourites_count ?? 0,
  ];
  if (replies + shares + likes === 0) return null;
  return { type: 'reach', externalId: status.uri, replies, shares, likes, versionAt };
}
