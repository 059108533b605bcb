import { invalidInput } from '@/kernel/errors';
import { type ConversationStatus, triageStatuses } from '@/kernel/vocabulary';
import { compilePredicate } from '@/modules/predicates/compile';
import { predicateInput } from '@/modules/predicates/contract';
import type { MemberContext } from '@/platform/context/context';
import { join, type Sql, sql } from '@/platform/db/sql';
import { type ListConversationsInput, type StandardView, standardViews } from '../contract';
import { isUnread } from '../sql/conversation-columns';

/** Which statuses a view shows where the request names none. What is only overheard stands in its own view alone. */
const viewStatuses: Record<StandardView, readonly ConversationStatus[]> = {
  mine: ['open'],
  unassigned: ['open'],
  open: ['open'],
  mentions: ['open', 'pending', 'snoozed'],
  pending: ['pending'],
  snoozed: ['snoozed'],
  resolved: ['resolved'],
  all: triageStatuses,
  listening: ['overheard'],
};

export interface ListConditions {
  statuses: readonly ConversationStatus[] | null;
  conditions: Sql[];
}

type Filters = Omit<ListConversationsInput, 'sort' | 'limit' | 'cursor' | 'q'>;

export function isStandardView(view: string): view is StandardView {
  return (standardViews as readonly string[]).includes(view);
}

/**
 * What a list's input asks of a conversation `c`. A view's own statuses give way to those the request names.
 * @param input its view is a standard one: a saved view is replaced by what it holds before
 */
export function listConditions(
  context: MemberContext,
  input: Filters & { view: StandardView },
): ListConditions {
  const { memberId } = context.actor;
  const conditions: Sql[] = [];
  if (input.view === 'mine') conditions.push(sql`c.assignee_id = ${memberId}::uuid`);
  if (input.view === 'unassigned') conditions.push(sql`c.assignee_id IS NULL`);
  if (input.view === 'mentions') conditions.push(mentions(context));
  if (input.assignee) conditions.push(assignees(input.assignee, memberId));
  if (input.channel) conditions.push(sql`c.channel_id = ANY (${input.channel}::uuid[])`);
  if (input.team) conditions.push(sql`c.team_id = ANY (${input.team}::uuid[])`);
  if (input.network) conditions.push(sql`c.network = ANY (${input.network}::text[])`);
  if (input.kind) conditions.push(sql`c.kind = ANY (${input.kind}::text[])`);
  if (input.priority) conditions.push(sql`c.priority = ANY (${input.priority}::smallint[])`);
  if (input.language) conditions.push(sql`c.language = ANY (${input.language}::text[])`);
  if (input.tag) conditions.push(tagged(input.tag));
  if (input.contact) conditions.push(sql`c.contact_id = ${input.contact}::uuid`);
  if (input.since) conditions.push(sql`c.last_message_at >= ${input.since}::timestamptz`);
  if (input.until) conditions.push(sql`c.last_message_at < ${input.until}::timestamptz`);
  if (input.unread !== undefined) conditions.push(sql`${isUnread(memberId)} = ${input.unread}::boolean`);
  if (input.filter) conditions.push(predicate(context, input.filter));
  return { statuses: input.status ? [...new Set(input.status)] : viewStatuses[input.view], conditions };
}

function mentions({ actor }: MemberContext): Sql {
  return sql`EXISTS (SELECT 1 FROM mentions me WHERE me.workspace_id = c.workspace_id
    AND me.member_id = ${actor.memberId}::uuid AND me.conversation_id = c.id)`;
}

function assignees(wanted: readonly string[], memberId: string): Sql {
  const ids = wanted.filter((value) => value !== 'none').map((value) => (value === 'me' ? memberId : value));
  const parts = [
    ...(ids.length === 1 ? [sql`c.assignee_id = ${ids[0]}::uuid`] : []),
    ...(ids.length > 1 ? [sql`c.assignee_id = ANY (${ids}::uuid[])`] : []),
    ...(wanted.includes('none') ? [sql`c.assignee_id IS NULL`] : []),
  ];
  return parts.length === 0 ? sql`true` : sql`(${join(parts, ' OR ')})`;
}

function tagged(tagIds: readonly string[]): Sql {
  return sql`EXISTS (SELECT 1 FROM conversation_tags ctg WHERE ctg.workspace_id = c.workspace_id
    AND ctg.conversation_id = c.id AND ctg.tag_id = ANY (${tagIds}::uuid[]))`;
}

/** A predicate over conversations as JSON text. Refuses what does not parse or names what does not exist. */
function predicate(context: MemberContext, text: string): Sql {
  const parsed = predicateInput.safeParse(parseJson(text));
  if (!parsed.success) {
    throw invalidInput(
      parsed.error.issues.map(({ path, message }) => ({
        path: ['filter', ...path].map(String).join('.'),
        reason: /^predicate_[a-z_]+$/.test(message) ? message : 'invalid_value',
      })),
    );
  }
  const catalogue = context.offers.catalogueFor('conversation', parsed.data);
  return compilePredicate(parsed.data, catalogue, {
    workspaceId: context.workspace.id,
    memberId: context.actor.memberId,
    now: context.now(),
    timeZone: context.workspace.timeZone,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidInput([{ path: 'filter', reason: 'invalid_json' }]);
  }
}
