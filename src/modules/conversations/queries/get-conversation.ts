import { notFound } from '@/kernel/errors';
import { decodeCursor } from '@/kernel/pagination';
import type { MemberContext } from '@/platform/context/context';
import type { Sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { ConversationDetail, ConversationSummary, MessageView, ThreadPage } from '../contract';
import type { ConversationPanes } from '../contract/panes';
import { replyRules } from '../domain/reply-rules';
import { conversationDetailSql, summariesByIdSql } from '../sql/conversation-detail';
import { earlierConversationsSql } from '../sql/earlier-conversations';
import { changesSql, messageSql, threadSql } from '../sql/thread';
import { type ChangeRow, type MessageRow, toMessage } from '../store/message-row';
import { type SummaryRow, toSummary } from '../store/summary-row';
import { toThreadPage } from '../store/thread-page';

interface DetailRow extends SummaryRow {
  url: string | null;
  external_id: string;
  created_at: Date;
  resolved_at: Date | null;
  first_response_at: Date | null;
  last_inbound_at: Date | null;
  connector: string;
  channel_state: string;
}

/** A conversation with what may be answered right now. One statement. @throws conversation_not_found */
export async function getConversation(
  context: MemberContext,
  { conversationId }: { conversationId: string },
): Promise<ConversationDetail> {
  const rows = await context.db.query<DetailRow>(
    conversationDetailSql(context.workspace.id, context.actor.memberId, conversationId),
  );
  return toDetail(context, rows[0]);
}

/** A page of the thread with the history of the same stretch; two statements in one flush. @throws conversation_not_found */
export async function listMessages(
  context: MemberContext,
  { conversationId, limit, cursor }: { conversationId: string; limit: number; cursor?: string | undefined },
): Promise<ThreadPage> {
  const before = cursor ? decodeCursor(cursor, ['instant', 'id']) : null;
  const workspaceId = context.workspace.id;
  const [known, messages, changes] = await context.db.pipeline<[SummaryRow[], MessageRow[], ChangeRow[]]>(
    summariesByIdSql(workspaceId, context.actor.memberId, [conversationId]),
    threadSql(workspaceId, conversationId, before, limit + 1),
    changesSql(workspaceId, conversationId, before, limit),
  );
  if (known.length === 0) throw notFound('conversation_not_found');
  return toThreadPage(messages, changes, limit, context.workspace.slug);
}

/** What `panesSql` finds. */
export type PanesRows = [DetailRow[], MessageRow[], ChangeRow[], (SummaryRow & { total: number })[]];

/** What the screen shows of a conversation when it is opened, its person aside. */
export function panesSql({ workspace, actor }: MemberContext, conversationId: string): [Sql, Sql, Sql, Sql] {
  return [
    conversationDetailSql(workspace.id, actor.memberId, conversationId),
    threadSql(workspace.id, conversationId, null, THREAD_LIMIT + 1),
    changesSql(workspace.id, conversationId, null, THREAD_LIMIT),
    earlierConversationsSql(workspace.id, actor.memberId, conversationId),
  ];
}

/** What those statements found. @throws conversation_not_found */
export function toPanes(context: MemberContext, ...rows: PanesRows): ConversationPanes {
  const [detail, messages, changes, earlier] = rows;
  const conversation = toDetail(context, detail[0]);
  return {
    conversation,
    thread: toThreadPage(messages, changes, THREAD_LIMIT, context.workspace.slug),
    earlier: conversation.contact && { data: earlier.map(toSummary), count: earlier[0]?.total ?? 0 },
  };
}

/** What `panesSql` finds, in one flush. @throws conversation_not_found */
export async function getConversationPanes(
  context: MemberContext,
  { conversationId }: { conversationId: string },
): Promise<ConversationPanes> {
  return toPanes(context, ...(await context.db.pipeline<PanesRows>(...panesSql(context, conversationId))));
}

const THREAD_LIMIT = 50;

/** One message as the thread shows it. @throws message_not_found */
export async function getMessage(
  { db, workspace }: Pick<MemberContext, 'workspace'> & { db: TenantDb },
  conversationId: string,
  messageId: string,
): Promise<MessageView> {
  const [row] = await db.query<MessageRow>(messageSql(db.workspaceId, conversationId, messageId));
  if (!row) throw notFound('message_not_found');
  return toMessage(row, workspace.slug);
}

/** A row of the list. @throws conversation_not_found */
export async function getSummary(
  { db }: { db: TenantDb },
  memberId: string,
  conversationId: string,
): Promise<ConversationSummary> {
  const [row] = await db.query<SummaryRow>(summariesByIdSql(db.workspaceId, memberId, [conversationId]));
  if (!row) throw notFound('conversation_not_found');
  return toSummary(row);
}

function toDetail(context: MemberContext, row: DetailRow | undefined): ConversationDetail {
  if (!row) throw notFound('conversation_not_found');
  const rules = replyRules(
    {
      capabilities: context.offers.connectors.get(row.connector)?.manifest.capabilities,
      channelState: row.channel_state,
      kind: row.kind,
      visibility: row.visibility,
      lastInboundAt: row.last_inbound_at,
    },
    context.now(),
  );
  return {
    ...toSummary(row),
    url: row.url,
    externalId: row.external_id,
    createdAt: row.created_at.toISOString(),
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    firstResponseAt: row.first_response_at?.toISOString() ?? null,
    reply: { ...rules, windowEndsAt: rules.windowEndsAt?.toISOString() ?? null },
  };
}
