import { locales, messageKinds, networks, sentiments, triageStatuses } from '@/kernel/vocabulary';
import type { FieldSet } from '@/modules/predicates/catalogue';
import { type Sql, sql } from '@/platform/db/sql';
import { SHOWN_FROM } from './contract/sentiment';
import { isUnread } from './sql/conversation-columns';

const column = (source: Sql) => () => ({ column: source });
const label = (name: string) => `fields.conversation.${name}`;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What may be asked about a conversation; the row is `c`. Its person's fields come through the link `contact`. */
export const conversationFields: FieldSet = {
  subject: 'conversation',
  fields: [
    {
      name: 'status',
      type: 'choice',
      labelKey: label('status'),
      options: triageStatuses.map((value) => ({ value, labelKey: `vocabulary.status.${value}` })),
      sql: column(sql`c.status`),
    },
    {
      name: 'channel',
      type: 'reference',
      refersTo: 'channel',
      labelKey: label('channel'),
      sql: column(sql`c.channel_id`),
    },
    {
      name: 'network',
      type: 'choice',
      labelKey: label('network'),
      options: networks.map((value) => ({ value, labelKey: `networks.${value}` })),
      sql: column(sql`c.network`),
    },
    {
      name: 'kind',
      type: 'choice',
      labelKey: label('kind'),
      options: messageKinds
        .filter((kind) => kind !== 'note')
        .map((value) => ({ value, labelKey: `vocabulary.kind.${value}` })),
      sql: column(sql`c.kind`),
    },
    {
      name: 'assignee',
      type: 'reference',
      refersTo: 'member',
      labelKey: label('assignee'),
      sql: column(sql`c.assignee_id`),
    },
    {
      name: 'team',
      type: 'reference',
      refersTo: 'team',
      labelKey: label('team'),
      sql: column(sql`c.team_id`),
    },
    {
      name: 'tag',
      type: 'reference',
      refersTo: 'tag',
      hasMany: true,
      labelKey: label('tag'),
      sql: () => ({
        column: sql`ctg.tag_id`,
        wrap: (comparison) =>
          sql`EXISTS (SELECT 1 FROM conversation_tags ctg WHERE ctg.workspace_id = c.workspace_id AND ctg.conversation_id = c.id AND ${comparison})`,
      }),
    },
    {
      name: 'priority',
      type: 'number',
      isInteger: true,
      labelKey: label('priority'),
      sql: column(sql`c.priority`),
    },
    {
      name: 'language',
      type: 'choice',
      labelKey: label('language'),
      options: locales.map((value) => ({ value, labelKey: `vocabulary.locale.${value}` })),
      sql: column(sql`c.language`),
    },
    {
      name: 'sentiment',
      type: 'choice',
      labelKey: label('sentiment'),
      options: sentiments.map((value) => ({ value, labelKey: `vocabulary.sentiment.${value}` })),
      // How the latest message with words sounds, where it is shown. Plan: messages by conversation and time, cut at one.
      sql: column(sql`(SELECT CASE WHEN ms.sentiment_confidence >= ${SHOWN_FROM} THEN ms.sentiment END FROM messages ms
        WHERE ms.workspace_id = c.workspace_id AND ms.conversation_id = c.id AND ms.direction = 'inbound' AND ms.deleted_at IS NULL
          AND ms.text <> '' ORDER BY ms.sent_at DESC, ms.id DESC LIMIT 1)`),
    },
    {
      name: 'unread',
      type: 'boolean',
      labelKey: label('unread'),
      sql: ({ memberId }) => ({ column: isUnread(memberId ?? NOBODY) }),
    },
    {
      name: 'waitingMinutes',
      type: 'number',
      labelKey: label('waitingMinutes'),
      sql: ({ now }) => ({
        column: sql`(extract(epoch FROM ${now.toISOString()}::timestamptz - c.waiting_since) / 60)`,
      }),
    },
    {
      name: 'messageCount',
      type: 'number',
      isInteger: true,
      labelKey: label('messageCount'),
      sql: column(sql`c.message_count`),
    },
    { name: 'subject', type: 'text', labelKey: label('subject'), sql: column(sql`c.subject`) },
    {
      name: 'waitingSince',
      type: 'date',
      labelKey: label('waitingSince'),
      sql: column(sql`c.waiting_since`),
    },
    { name: 'dueAt', type: 'date', labelKey: label('dueAt'), sql: column(sql`c.due_at`) },
    {
      name: 'lastMessageAt',
      type: 'date',
      labelKey: label('lastMessageAt'),
      sql: column(sql`c.last_message_at`),
    },
    { name: 'createdAt', type: 'date', labelKey: label('createdAt'), sql: column(sql`c.created_at`) },
    { name: 'resolvedAt', type: 'date', labelKey: label('resolvedAt'), sql: column(sql`c.resolved_at`) },
  ],
  links: [
    {
      name: 'contact',
      to: 'contact',
      wrap: (comparison) =>
        sql`EXISTS (SELECT 1 FROM contacts ct WHERE ct.workspace_id = c.workspace_id AND ct.id = c.contact_id AND ${comparison})`,
    },
  ],
};
