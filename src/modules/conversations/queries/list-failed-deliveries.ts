import type { z } from 'zod';
import { decodeCursor, type Page, toPage } from '@/kernel/pagination';
import { getChannel } from '@/modules/channels/queries';
import type { TenantContext } from '@/platform/context/context';
import { empty, sql } from '@/platform/db/sql';
import type { FailedDelivery, listFailedDeliveriesInput } from '../contract/deliveries';

interface Row extends Omit<FailedDelivery, 'failedAt'> {
  failedAt: Date | null;
  createdAt: Date;
}

/** Replies of a channel that were given up, newest first. Refuses `channel_not_found`. Plan: deliveries (workspace_id, channel_id, state, due_at). */
export async function listFailedDeliveries(
  context: Pick<TenantContext, 'db'>,
  { channelId, limit, cursor }: z.output<typeof listFailedDeliveriesInput>,
): Promise<Page<FailedDelivery>> {
  const { db } = context;
  await getChannel(context, channelId);
  const [createdAt, id] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [];
  const rows = await db.query<Row>(sql`
    SELECT d.id, d.message_id AS "messageId", m.conversation_id AS "conversationId", left(m.text, 280) AS excerpt,
      w.display_name AS author, p.name AS contact, d.reason, d.detail, d.attempts, d.finished_at AS "failedAt",
      d.created_at AS "createdAt"
    FROM deliveries d
    JOIN messages m ON m.workspace_id = d.workspace_id AND m.id = d.message_id
    JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
    LEFT JOIN contacts p ON p.workspace_id = c.workspace_id AND p.id = c.contact_id
    LEFT JOIN memberships w ON w.workspace_id = m.workspace_id AND w.id = m.member_id
    WHERE d.workspace_id = ${db.workspaceId} AND d.channel_id = ${channelId}::uuid AND d.state = 'failed'
      ${cursor ? sql`AND (d.created_at, d.id) < (${createdAt}::timestamptz, ${id}::uuid)` : empty}
    ORDER BY d.created_at DESC, d.id DESC LIMIT ${limit + 1}`);
  const page = toPage(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return {
    ...page,
    data: page.data.map(({ createdAt: _, failedAt, ...row }) => ({
      ...row,
      failedAt: failedAt?.toISOString() ?? null,
    })),
  };
}
