import { newId } from '@/kernel/ids';
import { deliverMessage } from '@/modules/conversations/jobs';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { enqueue } from '@/platform/jobs/job';

export interface QueuedReply {
  messageId: string;
  deliveryId: string;
}

/** A reply that is due now, in the first conversation of a channel, with or without its job. */
export async function aQueuedReply(
  { db, actor }: MemberContext,
  { channelId, isEnqueued = true }: { channelId: string; isEnqueued?: boolean },
): Promise<QueuedReply> {
  const messageId = newId();
  const deliveryId = newId();
  await db.query(sql`
    INSERT INTO messages (workspace_id, id, conversation_id, channel_id, member_id, kind, direction, visibility, text,
      sent_at, version_at, send_state)
    SELECT workspace_id, ${messageId}::uuid, id, channel_id, ${actor.memberId}, kind, 'outbound', visibility, 'Gern geschehen',
      now(), now(), 'queued' FROM conversations WHERE channel_id = ${channelId}::uuid ORDER BY created_at LIMIT 1`);
  await db.query(sql`
    INSERT INTO deliveries (workspace_id, id, message_id, channel_id, due_at)
    VALUES (${db.workspaceId}, ${deliveryId}::uuid, ${messageId}::uuid, ${channelId}::uuid, now())`);
  if (isEnqueued) await enqueue(db, deliverMessage, { deliveryId });
  return { messageId, deliveryId };
}

/** How message and delivery stand. */
export async function standOf({ db }: MemberContext, { messageId }: QueuedReply) {
  const [row] = await db.query<{
    sendState: string;
    externalId: string | null;
    state: string;
    attempts: number;
  }>(sql`
    SELECT m.send_state AS "sendState", m.external_id AS "externalId", d.state, d.attempts
    FROM messages m JOIN deliveries d ON d.workspace_id = m.workspace_id AND d.message_id = m.id WHERE m.id = ${messageId}::uuid`);
  return row;
}
