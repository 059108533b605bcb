import type { CursorPosition } from '@/kernel/pagination';
import type { ConversationStatus } from '@/kernel/vocabulary';
import { empty, join, type Sql, sql } from '@/platform/db/sql';
import type { ConversationSort } from '../contract';
import { listColumns, summaryJoins } from './conversation-columns';
import { limitSql } from './limit';

export interface ListStatement {
  workspaceId: string;
  memberId: string;
  /** Null for every status. */
  statuses: readonly ConversationStatus[] | null;
  /** Further conditions on `c`. */
  conditions: readonly Sql[];
  sort: ConversationSort;
  /** Rank, value and id of the row before the page (see `positionOf`). */
  after: CursorPosition | null;
  /** Rows fetched: one more than shown tells whether there are more. */
  limit: number;
}

/** A stretch of the order that one index serves: walked, cut at `limit`, then merged with the others. */
interface Segment {
  condition: Sql;
  rank: Sql;
  at: Sql;
  order: Sql;
}

const all: readonly ConversationStatus[] = ['open', 'pending', 'snoozed', 'resolved'];

/**
 * The rows of the list, everything they show included, in one statement. Rows expected: `limit`.
 * Each status is a keyset walk over its own index (conversations_status_newest, _assignee_newest, _waiting,
 * _attention, _priority …), at most eight walks of `limit` rows are merged, and only what is left is joined.
 * Plan seen (conv_helper, 60,000 conversations in the workspace): Limit → Index Scan using
 * conversations_status_newest, then nested loops over primary keys; docs/performance.md has the figures.
 */
export function listConversationsSql(statement: ListStatement): Sql {
  const { workspaceId, memberId, sort } = statement;
  const limit = limitSql(statement.limit);
  const segments = segmentsOf(statement);
  if (segments.length === 0) segments.push({ ...newest, condition: sql`false` });
  const conditions = statement.conditions.map((condition) => sql`AND ${condition}`);
  const walks = segments.map(
    (segment) => sql`(SELECT c.*, ${segment.rank} AS sort_rank, ${segment.at} AS sort_at
      FROM conversations c WHERE c.workspace_id = ${workspaceId}::uuid AND ${segment.condition}
      ${conditions.length > 0 ? join(conditions, ' ') : empty}
      ORDER BY ${segment.order} LIMIT ${limit})`,
  );
  const order = (alias: Sql) => mergedOrder(sort, alias);
  const page =
    walks.length === 1
      ? walks[0]
      : sql`(SELECT w.* FROM (${join(walks, ' UNION ALL ')}) w ORDER BY ${order(sql`w`)} LIMIT ${limit})`;
  return sql`SELECT ${listColumns(memberId)}, c.sort_rank, c.sort_at
    FROM ${page} c ${summaryJoins(memberId)} ORDER BY ${order(sql`c`)}`;
}

/** Where a row stands in its order: what `after` takes. */
export function positionOf(row: { sort_rank: number; sort_at: Date | null; id: string }): CursorPosition {
  return [row.sort_rank, row.sort_at?.toISOString() ?? null, row.id];
}

function mergedOrder(sort: ConversationSort, alias: Sql): Sql {
  return sort === 'newest' || sort === 'priority'
    ? sql`${alias}.sort_rank DESC, ${alias}.sort_at DESC, ${alias}.id DESC`
    : sql`${alias}.sort_rank, ${alias}.sort_at, ${alias}.id`;
}

function segmentsOf({ sort, statuses, after }: ListStatement): Segment[] {
  if (sort === 'newest') return newestSegments(statuses, after);
  if (sort === 'priority') return (statuses ?? all).flatMap((status) => prioritySegment(status, after));
  return (statuses ?? all).flatMap((status) => waitingSegments(sort, status, after));
}

const newest = {
  rank: sql`0::smallint`,
  at: sql`c.last_message_at`,
  order: sql`c.last_message_at DESC, c.id DESC`,
};

function newestSegments(statuses: readonly ConversationStatus[] | null, after: CursorPosition | null) {
  const position = after
    ? sql`(c.last_message_at, c.id) < (${after[1]}::timestamptz, ${after[2]}::uuid)`
    : sql`true`;
  if (statuses === null) return [{ ...newest, condition: position }];
  return statuses.map((status) => ({
    ...newest,
    condition: sql`c.status = ${status} AND ${position}`,
  }));
}

/** What is resolved has no urgency any more: it comes last, newest first. */
function prioritySegment(status: ConversationStatus, after: CursorPosition | null): Segment[] {
  const isPastUrgent = after !== null && Number(after[0]) < 0;
  if (status === 'resolved') {
    const position = isPastUrgent
      ? sql`(c.last_message_at, c.id) < (${after[1]}::timestamptz, ${after[2]}::uuid)`
      : sql`true`;
    return [{ ...newest, rank: sql`(-1)::smallint`, condition: sql`c.status = 'resolved' AND ${position}` }];
  }
  if (isPastUrgent) return [];
  const position = after
    ? sql`(c.priority, c.last_message_at, c.id) < (${after[0]}::smallint, ${after[1]}::timestamptz, ${after[2]}::uuid)`
    : sql`true`;
  return [
    {
      rank: sql`c.priority`,
      at: newest.at,
      order: sql`c.priority DESC, c.last_message_at DESC, c.id DESC`,
      // The literal beside the parameter is what lets the planner use the partial index.
      condition: sql`c.status = ${status} AND c.status <> 'resolved' AND ${position}`,
    },
  ];
}

/** First those who wait, longest first; then those where nobody does (rank 1), oldest conversation first. */
function waitingSegments(
  sort: 'waiting' | 'attention',
  status: ConversationStatus,
  after: CursorPosition | null,
): Segment[] {
  const column = sort === 'waiting' ? sql`c.waiting_since` : sql`c.attention_at`;
  const isPastWaiting = after?.[0] === 1;
  const behind = isPastWaiting ? sql`c.id > ${after?.[2]}::uuid` : sql`true`;
  const calm = { rank: sql`1::smallint`, at: sql`NULL::timestamptz` };
  if (status === 'resolved') {
    return [{ ...calm, order: sql`c.id`, condition: sql`c.status = 'resolved' AND ${behind}` }];
  }
  const here = sql`c.status = ${status} AND c.status <> 'resolved'`;
  const without: Segment = {
    ...calm,
    order: sql`${column}, c.id`,
    condition: sql`${here} AND ${column} IS NULL AND ${behind}`,
  };
  if (isPastWaiting) return [without];
  const position = after ? sql`(${column}, c.id) > (${after[1]}::timestamptz, ${after[2]}::uuid)` : sql`true`;
  const waiting: Segment = {
    rank: sql`0::smallint`,
    at: column,
    order: sql`${column}, c.id`,
    condition: sql`${here} AND ${column} IS NOT NULL AND ${position}`,
  };
  return [waiting, without];
}
