import { openingTimesOf } from '@/modules/workspaces/queries';
import type { TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import { deadlinesOf } from '../domain/attention';
import { isHeardOnly } from '../domain/conversation';
import { previewOf } from '../domain/inbound/ledger';
import { historyRows } from './save-triage';
import { tallyStatement } from './tallies';
import { findWaitingSince, lockForTriage } from './triage-rows';

interface Left {
  text: string;
  sentAt: Date;
  direction: 'inbound' | 'outbound';
  names: string[];
}

/**
 * Puts a conversation back to how it stood without an answer that was taken back: told anew from the messages that
 * are left, so that what came meanwhile stays. Gives it back where that answer had taken it.
 */
export async function restoreConversation(
  context: Pick<TenantContext, 'workspace'> & { db: TenantTransaction },
  conversationId: string,
  messageId: string,
  memberId: string,
): Promise<void> {
  const { db } = context;
  const [row] = await lockForTriage(db, [conversationId]);
  if (!row) return;
  const [left, firstAnswer, taking] = await db.pipeline<[Left[], { at: Date | null }[], unknown[]]>(
    sql`SELECT m.text, m.sent_at AS "sentAt", m.direction,
        ARRAY (SELECT a.name FROM attachments a WHERE a.workspace_id = m.workspace_id AND a.message_id = m.id) AS names
      FROM messages m WHERE m.workspace_id = ${db.workspaceId} AND m.conversation_id = ${conversationId}::uuid
        AND m.kind <> 'note' AND m.send_state IS DISTINCT FROM 'cancelled' AND m.deleted_at IS NULL
      ORDER BY m.sent_at DESC, m.id DESC LIMIT 1`,
    sql`SELECT min(m.sent_at) AS at FROM messages m
      WHERE m.workspace_id = ${db.workspaceId} AND m.conversation_id = ${conversationId}::uuid AND m.direction = 'outbound'
        AND m.kind <> 'note' AND m.send_state IS DISTINCT FROM 'cancelled'
        AND m.sent_at > (SELECT min(i.sent_at) FROM messages i WHERE i.workspace_id = m.workspace_id
          AND i.conversation_id = m.conversation_id AND i.direction = 'inbound')`,
    sql`SELECT 1 FROM conversation_changes WHERE workspace_id = ${db.workspaceId}
        AND conversation_id = ${conversationId}::uuid AND type = 'assigned' AND data ->> 'messageId' = ${messageId}::text`,
  );
  const newest = left[0];
  const wait =
    row.state.status === 'resolved' || isHeardOnly(row.state.status) ? null : await waitOf(context, row);
  const isGivenBack = taking.length > 0 && row.state.assigneeId === memberId;
  const assigneeId = isGivenBack ? null : row.state.assigneeId;
  const before = { status: row.state.status, channelId: row.channelId, teamId: row.state.teamId };
  await db.pipeline(
    sql`UPDATE conversations SET message_count = greatest(message_count - 1, 0), assignee_id = ${assigneeId}::uuid,
        last_message_at = coalesce(${newest?.sentAt ?? null}::timestamptz, last_message_at),
        preview = ${previewOf(newest?.text ?? '', newest?.names)}, preview_direction = ${newest?.direction ?? 'inbound'},
        first_response_at = ${firstAnswer[0]?.at ?? null}, waiting_since = ${wait?.since ?? null}, due_at = ${wait?.dueAt ?? null},
        attention_at = ${wait?.attentionAt ?? null}, updated_at = now()
      WHERE workspace_id = ${db.workspaceId} AND id = ${conversationId}::uuid`,
    ...tallyStatement(
      db.workspaceId,
      { ...before, assigneeId: row.state.assigneeId },
      { ...before, assigneeId },
    ),
    ...(isGivenBack
      ? historyRows(
          db.workspaceId,
          [{ conversationId, type: 'assigned', data: { from: null, to: null } }],
          memberId,
        )
      : []),
  );
}

async function waitOf(
  context: Pick<TenantContext, 'workspace'> & { db: TenantTransaction },
  row: Awaited<ReturnType<typeof lockForTriage>>[number],
) {
  const since = (await findWaitingSince(context.db, [row.id])).get(row.id);
  if (!since) return null;
  const isPublic = row.state.visibility === 'public';
  const wait = { ...row, waitingSince: since, isPublic };
  return { since, ...deadlinesOf(wait, await openingTimesOf(context)) };
}
