import type { Connector, InboundAuthor, InboundMessage } from '../contract';
import { type Part, summarize } from '../contract/meta/entries';
import { ignored, type PartOutcome, refusedBy, refusedWithout } from '../contract/meta/part';
import { isRecord, readJson } from '../contract/read-json';
import { type Notification, notification } from './schema';

const SOCIAL_ACTIONS = 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS';
/** LinkedIn sends ten at once. */
const MAX_NOTIFICATIONS = 200;

type Action = 'comment' | 'edit' | 'deletion' | 'share';
const ACTIONS: Readonly<Record<string, Action | undefined>> = {
  COMMENT: 'comment',
  ADMIN_COMMENT: 'comment',
  COMMENT_EDIT: 'edit',
  COMMENT_DELETE: 'deletion',
  SHARE: 'share',
  SHARE_MENTION: 'share',
};

/** Reads one delivery of social action notifications: comments below the page's posts, and who passes on or names the page. */
export const parseLinkedinDelivery: Connector['parseInbound'] = (body, channel) => {
  const json = readJson(body);
  if (!isRecord(json)) return { outcome: 'refused', reason: 'not_json_object' };
  if (typeof json.type === 'string' && json.type !== SOCIAL_ACTIONS)
    return { outcome: 'ignored', reason: 'unknown_event' };
  const list = json.notifications;
  if (!Array.isArray(list)) return summarize([{ path: '', result: refusedWithout('notifications') }]);
  if (list.length > MAX_NOTIFICATIONS) return { outcome: 'refused', reason: 'too_many_entries' };
  const { organizationId } = channel.settings;
  const page = typeof organizationId === 'string' ? `urn:li:organization:${organizationId}` : null;
  return summarize(
    list.map((raw: unknown, index): Part => ({ path: `notifications.${index}`, result: readOne(raw, page) })),
  );
};

function readOne(raw: unknown, page: string | null): PartOutcome {
  if (isRecord(raw) && raw.action === 'LIKE') return ignored('reaction');
  const parsed = notification.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, []);
  const action = ACTIONS[parsed.data.action];
  if (action === undefined) return ignored('unknown_event');
  if (page !== null && parsed.data.organizationalEntity !== page) return ignored('other_account');
  return action === 'share' ? readShare(parsed.data) : readComment(parsed.data, action);
}

function readComment(data: Notification, action: Exclude<Action, 'share'>): PartOutcome {
  const said = data.decoratedGeneratedActivity?.comment;
  const externalId = data.generatedActivity ?? said?.entity;
  const { sourcePost, lastModifiedAt } = data;
  if (!externalId) return refusedWithout('generatedActivity');
  if (!sourcePost) return refusedWithout('sourcePost');
  const versionAt = new Date(lastModifiedAt);
  if (action === 'deletion') {
    const deletion = { type: 'deleted', externalId, conversationExternalId: sourcePost, versionAt } as const;
    return { outcome: 'messages', events: [deletion] };
  }
  const text = said?.text ?? said?.message?.text;
  if (action === 'edit' && text == null) return ignored('content_not_included');
  const owner = said?.owner ?? said?.actor;
  const message: InboundMessage = {
    type: action === 'edit' ? 'updated' : 'created',
    externalId,
    ...threadOf(sourcePost, data.decoratedSourcePost?.text),
    ...(owner && { author: toAuthor(owner) }),
    text: text ?? '',
    kind: 'comment',
    visibility: 'public',
    sentAt: versionAt,
    versionAt,
    replyToExternalId: said?.parentComment ?? sourcePost,
    attachments: [],
    isOwn: owner ? owner === data.organizationalEntity : data.action === 'ADMIN_COMMENT',
  };
  return { outcome: 'messages', events: [message] };
}

/** Somebody passes a post of the page on, or names the page in one of their own: a thread of its own. */
function readShare(data: Notification): PartOutcome {
  const said = data.decoratedGeneratedActivity?.share;
  const externalId = data.generatedActivity ?? said?.entity ?? data.sourcePost;
  if (!externalId) return refusedWithout('generatedActivity');
  const isGenerated = externalId !== data.sourcePost;
  const words = said ?? (isGenerated ? undefined : data.decoratedSourcePost);
  const sentAt = new Date(data.lastModifiedAt);
  const message: InboundMessage = {
    type: 'created',
    externalId,
    ...threadOf(externalId, undefined),
    ...(words?.owner && { author: toAuthor(words.owner) }),
    text: words?.text ?? '',
    kind: 'mention',
    visibility: 'public',
    sentAt,
    versionAt: sentAt,
    attachments: [],
    isOwn: words?.owner === data.organizationalEntity,
  };
  return { outcome: 'messages', events: [message] };
}

function threadOf(post: string, text: string | null | undefined): Pick<InboundMessage, 'conversation'> {
  const subject = text?.split('\n', 1)[0]?.trim().slice(0, 120).toWellFormed();
  const url = `https://www.linkedin.com/feed/update/${post}/`;
  return { conversation: { externalId: post, url, ...(subject && { subject }) } };
}

/** Notifications name nobody: a name made of the id's end, that never replaces a better one. */
function toAuthor(owner: string): InboundAuthor {
  return { externalId: owner, name: `LinkedIn ${owner.slice(-4)}`, isNamePlaceholder: true };
}
