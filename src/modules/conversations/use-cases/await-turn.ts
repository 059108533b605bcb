import { keepsPace } from '@/modules/channels/use-cases/reserve-budget';
import type { Actor } from '@/platform/context/context';
import type { UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { messageChanged } from '../events';
import { deliverMessage } from '../jobs';
import { saveTurns, takeTurn, type Waiting } from '../store/delivery-turns';

type Context = UseCaseContext<Actor | null>;

interface DueDelivery extends Waiting {
  channelId: string;
  connector: string;
  channelState: string;
  isRemoved: boolean;
  isDue: boolean;
  dueAt: Date;
  messageId: string;
  conversationId: string;
}

/**
 * Whether a due reply has to wait, and if so, until when: for its turn within the network's limit (it comes again
 * then, and no try is counted), or for a channel that rests (it goes out when the channel is back).
 * @returns true where there is nothing to send now
 */
export async function awaitTurn(context: Context, deliveryId: string): Promise<boolean> {
  const { db, now } = context;
  const delivery = await findDue(context, deliveryId);
  if (!delivery) return true;
  const { channelId, connector, channelState, isRemoved, isDue, dueAt } = delivery;
  // It was given a later turn after this job was planned: the job comes again with it.
  if (!isDue) context.enqueue(deliverMessage, { deliveryId }, { runAt: dueAt });
  if (!isDue || isRemoved) return !isDue;
  if (channelState !== 'active' && (await rest(context, delivery))) return true;
  const limits = context.offers.connectors.get(connector)?.manifest.rateLimits;
  const present = now();
  if (delivery.slotAt === null && !(await keepsPace(db, channelId, limits, present))) return false;
  const at = await takeTurn(db, channelId, delivery, { limits, now: present });
  if (at <= present) return false;
  await saveTurns(db, [{ id: deliveryId, at }]);
  context.enqueue(deliverMessage, { deliveryId }, { runAt: at });
  context.emit(messageChanged(delivery));
  return true;
}

/** Without a lock: places are given under the lock of the channel's budget, which must be taken first. */
async function findDue({ db }: Context, deliveryId: string): Promise<DueDelivery | undefined> {
  const [row] = await db.query<DueDelivery>(sql`
    SELECT d.id, d.created_at AS "createdAt", d.slot_at AS "slotAt", d.channel_id AS "channelId", c.connector,
      c.state AS "channelState", c.removed_at IS NOT NULL AS "isRemoved", d.due_at AS "dueAt",
      d.due_at <= now() + interval '1 second' AS "isDue", m.id AS "messageId", m.conversation_id AS "conversationId"
    FROM deliveries d
    JOIN channels c ON c.workspace_id = d.workspace_id AND c.id = d.channel_id
    JOIN messages m ON m.workspace_id = d.workspace_id AND m.id = d.message_id
    WHERE d.workspace_id = ${db.workspaceId} AND d.id = ${deliveryId}::uuid AND d.state IN ('queued', 'retrying')`);
  return row;
}

/** @returns false where the channel has come back meanwhile */
async function rest(
  { db, emit }: Context,
  { id, channelId, messageId, conversationId }: DueDelivery,
): Promise<boolean> {
  // Shared with others that rest; whoever brings the channel back waits, and then finds this reply waiting.
  const [channel] = await db.query<{ state: string }>(sql`
    SELECT state FROM channels WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid FOR SHARE`);
  if (channel?.state === 'active') return false;
  const reason = channel?.state === 'paused' ? 'channel_paused' : 'channel_needs_reconnect';
  await db.pipeline(
    sql`UPDATE deliveries SET reason = ${reason}, slot_at = NULL
      WHERE workspace_id = ${db.workspaceId} AND id = ${id}::uuid AND state IN ('queued', 'retrying')`,
    sql`UPDATE messages SET send_state = 'queued'
      WHERE workspace_id = ${db.workspaceId} AND id = ${messageId}::uuid AND send_state IN ('queued', 'sending')`,
  );
  emit(messageChanged({ conversationId, messageId }));
  return true;
}
