import { z } from 'zod';
import {
  conversationStatuses,
  messageDirections,
  messageKinds,
  networks,
  visibilities,
} from '@/kernel/vocabulary';
import { sentimentView } from './contract/sentiment';

/** An instant as it crosses the border: ISO 8601 in UTC. */
const instant = z.iso.datetime({ offset: true });
const id = z.uuid();

export const sorts = ['newest', 'waiting', 'priority', 'attention'] as const;
export type ConversationSort = (typeof sorts)[number];

/** The standard views; a saved view is named by its id instead. */
export const standardViews = [
  'mine',
  'unassigned',
  'open',
  'all',
  'mentions',
  'pending',
  'snoozed',
  'resolved',
  'listening',
] as const;
export type StandardView = (typeof standardViews)[number];

const priority = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const conversationKind = z.enum(
  messageKinds.filter((kind) => kind !== 'note') as [Exclude<(typeof messageKinds)[number], 'note'>],
);

export const memberRef = z.strictObject({ id, name: z.string() });
export const contactRef = z.strictObject({ id, name: z.string(), avatarUrl: z.string().nullable() });
export const tagRef = z.strictObject({ id, name: z.string(), color: z.string() });

/** Why a conversation stands where it does in the attention order; every figure is shown to people. */
export const attentionFacts = z.strictObject({
  /** When the channel's expectation ends, in business time. */
  dueAt: instant,
  /** The order's own time: `dueAt` pulled forward. */
  at: instant,
  isPublic: z.boolean(),
  /** 0 ordinary … 100, from the contact. */
  personWeight: z.number().int(),
});

export const conversationSummary = z.strictObject({
  id,
  channel: z.strictObject({ id, name: z.string(), network: z.enum(networks) }),
  contact: contactRef.nullable(),
  kind: conversationKind,
  visibility: z.enum(['public', 'private']),
  subject: z.string().nullable(),
  preview: z.string(),
  previewDirection: z.enum(messageDirections),
  status: z.enum(conversationStatuses),
  priority,
  assignee: memberRef.nullable(),
  teamId: id.nullable(),
  tags: z.array(tagRef),
  language: z.string().nullable(),
  isUnread: z.boolean(),
  waitingSince: instant.nullable(),
  attention: attentionFacts.nullable(),
  snoozedUntil: instant.nullable(),
  lastMessageAt: instant,
  messageCount: z.number().int(),
  /** The search terms found in it, and since when it spreads beyond the usual. */
  matchedTerms: z.array(z.string()),
  spreadingSince: instant.nullable(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

export const conversationPage = z.strictObject({
  data: z.array(conversationSummary),
  nextCursor: z.string().nullable(),
});
export type ConversationPage = z.infer<typeof conversationPage>;

/** What the channel's network allows in this conversation right now; the composer shows it before anything is sent. */
export const replyRules = z.strictObject({
  canReply: z.boolean(),
  /** Why not: a key under `conversations.replyRefused`. */
  refusedReason: z.string().nullable(),
  canReplyPrivately: z.boolean(),
  textLimit: z.strictObject({
    unit: z.enum(['characters', 'graphemes', 'bytes', 'weighted']),
    max: z.number().int(),
  }),
  /** End of the network's reply window; null where there is none. */
  windowEndsAt: instant.nullable(),
  attachments: z
    .strictObject({
      maxCount: z.number().int(),
      maxBytes: z.number().int(),
      contentTypes: z.array(z.string()),
    })
    .nullable(),
});

export const conversationDetail = conversationSummary.extend({
  url: z.string().nullable(),
  externalId: z.string(),
  createdAt: instant,
  resolvedAt: instant.nullable(),
  firstResponseAt: instant.nullable(),
  reply: replyRules,
});
export type ConversationDetail = z.infer<typeof conversationDetail>;

export const attachmentView = z.strictObject({
  id,
  name: z.string(),
  contentType: z.string(),
  size: z.number().int(),
  /** Where it can be fetched by this member: the network's address or ours. */
  url: z.string().nullable(),
});

export const messageView = z.strictObject({
  id,
  conversationId: id,
  kind: z.enum(messageKinds),
  direction: z.enum(messageDirections),
  visibility: z.enum(visibilities),
  /** Empty when deleted at the network. */
  text: z.string(),
  /** What it repeats of earlier messages. */
  quotedText: z.string().nullable(),
  language: z.string().nullable(),
  rating: z.number().int().nullable(),
  sentiment: sentimentView.nullable(),
  author: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('contact'), ...contactRef.shape }),
    z.strictObject({ type: z.literal('member'), ...memberRef.shape }),
    /** The brand, written at the network itself. */
    z.strictObject({ type: z.literal('brand') }),
    /** The network did not say. */
    z.strictObject({ type: z.literal('unknown') }),
  ]),
  sentAt: instant,
  editedAt: instant.nullable(),
  deletedAt: instant.nullable(),
  replyToId: id.nullable(),
  attachments: z.array(attachmentView),
  send: z
    .strictObject({
      state: z.enum(['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'cancelled']),
      /** Key under `conversations.sendFailed`, with the network's own words. */
      reason: z.string().nullable(),
      detail: z.string().nullable(),
      attempts: z.number().int(),
      /** Not before: it waits for the undo, for its turn within the network's limit, or for the next try. */
      dueAt: instant.nullable(),
    })
    .nullable(),
  mentions: z.array(memberRef),
});
export type MessageView = z.infer<typeof messageView>;

/** A line of the conversation's history, shown between messages. */
export const changeView = z.strictObject({
  id,
  type: z.enum([
    'assigned',
    'team_changed',
    'status_changed',
    'priority_changed',
    'tagged',
    'untagged',
    'moved_to_private',
    /** By a rule of the channel: `{ rule, team, assignee }`, each with id and name. */
    'routed',
  ]),
  member: memberRef.nullable(),
  /** `{ from, to }` in the words of the type: ids with names, statuses, priorities, instants. */
  data: z.record(z.string(), z.unknown()),
  createdAt: instant,
});
export type ChangeView = z.infer<typeof changeView>;

/** Newest page first; within the page oldest first, as it is read. `nextCursor` leads back in time. */
export const threadPage = z.strictObject({
  data: z.array(messageView),
  changes: z.array(changeView),
  nextCursor: z.string().nullable(),
});
export type ThreadPage = z.infer<typeof threadPage>;

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item).max(50),
  );

/** The inbox's list, as query parameters: lists are comma separated, `filter` is a predicate as JSON. */
export const listConversationsInput = z.strictObject({
  view: z.union([z.enum(standardViews), id]).default('open'),
  /** `newest`, or what the saved view says. */
  sort: z.enum(sorts).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(500).optional(),
  q: z.string().trim().min(1).max(200).optional(),
  status: listOf(z.enum(conversationStatuses)).optional(),
  channel: listOf(id).optional(),
  network: listOf(z.enum(networks)).optional(),
  kind: listOf(conversationKind).optional(),
  assignee: listOf(z.union([id, z.literal('none'), z.literal('me')])).optional(),
  team: listOf(id).optional(),
  tag: listOf(id).optional(),
  priority: listOf(z.coerce.number().int().min(0).max(4)).optional(),
  language: listOf(z.string().min(2).max(12)).optional(),
  unread: z.stringbool().optional(),
  since: instant.optional(),
  until: instant.optional(),
  contact: id.optional(),
  filter: z.string().max(20_000).optional(),
});
export type ListConversationsInput = z.output<typeof listConversationsInput>;

/** Live counts of what the list's head and side show: open conversations, and those of each status view. */
export const viewCounts = z.strictObject({
  standard: z.record(z.enum(standardViews), z.number().int()),
  teams: z.record(id, z.number().int()),
  channels: z.record(id, z.number().int()),
  /** Unread among those assigned to me: the number in the tab's title. */
  unreadMine: z.number().int(),
});
export type ViewCounts = z.infer<typeof viewCounts>;

const conversationId = id;
export const getConversationInput = z.strictObject({ conversationId });
export const listMessagesInput = z.strictObject({
  conversationId,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});

/** Writing a message. `note` stays inside; `private` leaves the public thread. */
export const sendMessageInput = z.strictObject({
  conversationId,
  /** Made by the client, so that a repeated request is the same message. */
  messageId: id.optional(),
  text: z.string().trim().min(1).max(100_000),
  mode: z.enum(['public', 'private', 'note']).default('public'),
  replyToId: id.optional(),
  mentions: z.array(id).max(50).default([]),
  attachmentIds: z.array(id).max(20).default([]),
  /** The newest message the writer had before their eyes: a colleague's answer after it is asked about first. */
  lastSeenMessageId: id.optional(),
  /** True once the writer was asked and still wants to send. */
  sendAnyway: z.boolean().default(false),
});
export const messageRefInput = z.strictObject({ conversationId, messageId: id });

/** One change, to one conversation or to thousands. */
export const triageAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('assign'), assigneeId: id.nullable() }),
  z.strictObject({ type: z.literal('set_team'), teamId: id.nullable() }),
  z.strictObject({ type: z.literal('resolve') }),
  z.strictObject({ type: z.literal('reopen') }),
  z.strictObject({ type: z.literal('set_pending') }),
  z.strictObject({ type: z.literal('snooze'), until: instant }),
  z.strictObject({ type: z.literal('set_priority'), priority }),
  z.strictObject({ type: z.literal('add_tags'), tagIds: z.array(id).min(1).max(50) }),
  z.strictObject({ type: z.literal('remove_tags'), tagIds: z.array(id).min(1).max(50) }),
  z.strictObject({ type: z.literal('mark_unread') }),
  z.strictObject({ type: z.literal('mark_read') }),
  /** What is written from here on leaves the public thread. */
  z.strictObject({ type: z.literal('move_to_private') }),
  /** Of what was overheard: it is ours now, or not for us, or heard again. */
  z.strictObject({ type: z.enum(['take_up', 'silence', 'unsilence']) }),
]);
export type TriageAction = z.infer<typeof triageAction>;

export const triageInput = z.strictObject({ conversationId, action: triageAction });
/** `undoId` names the change (`bulk-changes/{id}`); null where nothing changed. */
export const triageOutput = z.strictObject({ conversation: conversationSummary, undoId: id.nullable() });

/** Many at once: those picked, or everything a list shows (`selection` is the list's own input). */
export const bulkTriageInput = z.strictObject({
  action: triageAction,
  selection: z.union([
    z.strictObject({ ids: z.array(id).min(1).max(5000) }),
    z.strictObject({ list: listConversationsInput.omit({ cursor: true, limit: true }) }),
  ]),
});
export const bulkProgress = z.strictObject({
  id,
  state: z.enum(['running', 'done', 'undone']),
  total: z.number().int(),
  done: z.number().int(),
  refused: z.number().int(),
});
export type BulkProgress = z.infer<typeof bulkProgress>;
