import type { SendOutcome } from '@/connectors/contract';
import type { Budget } from '@/connectors/contract/asking';
import { channelChanged } from '@/modules/channels/events';
import { countTry, noteBudgets } from '@/modules/channels/use-cases/reserve-budget';
import type { Actor } from '@/platform/context/context';
import { defineSystemUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { nextAttemptAt } from '../domain/retry-schedule';
import { messageChanged } from '../events';
import { deliverMessage } from '../jobs';
import { replanWaiting } from '../store/delivery-turns';

export interface EndDeliveryInput {
  deliveryId: string;
  outcome: SendOutcome;
}

interface OpenDelivery {
  messageId: string;
  conversationId: string;
  channelId: string;
  connector: string;
  attempts: number;
  createdAt: Date;
}

/** Records how a try ended: sent, to be tried again at a planned time, or given up and shown. */
export const endDelivery = defineSystemUseCase({
  name: 'conversations.end-delivery',
  run: async (context: UseCaseContext<null>, { deliveryId, outcome }: EndDeliveryInput): Promise<void> => {
    const { db, now } = context;
    const [delivery] = await db.query<OpenDelivery>(sql`
      SELECT d.message_id AS "messageId", m.conversation_id AS "conversationId", d.channel_id AS "channelId",
        c.connector, d.attempts, d.created_at AS "createdAt"
      FROM deliveries d JOIN messages m ON m.workspace_id = d.workspace_id AND m.id = d.message_id
      JOIN channels c ON c.workspace_id = d.workspace_id AND c.id = d.channel_id
      WHERE d.workspace_id = ${db.workspaceId} AND d.id = ${deliveryId}::uuid AND d.state IN ('queued', 'retrying')
      FOR UPDATE OF d`);
    if (!delivery) return;
    if (outcome.outcome === 'sent') await markSent(context, deliveryId, delivery, outcome.externalId);
    else if (outcome.outcome === 'failed' && outcome.needsReconnect) {
      await awaitReconnecting(context, deliveryId, delivery, outcome);
    } else {
      const retryAfter = outcome.outcome === 'retry' ? outcome.retryAfter : undefined;
      const { attempts, createdAt } = delivery;
      const again =
        outcome.outcome === 'retry'
          ? nextAttemptAt({ attempts, createdAt, now: now(), retryAfter, random: Math.random() })
          : null;
      if (again) await planRetry(context, deliveryId, delivery, outcome, again);
      else await markFailed(context, deliveryId, delivery, outcome);
    }
    context.emit(messageChanged({ conversationId: delivery.conversationId, messageId: delivery.messageId }));
    await keepBudget(context, delivery, outcome);
    await countTry(db, delivery.channelId, 'send', outcome.outcome !== 'sent');
  },
});

/** What the network said of its limits holds for everything that waits on the channel, not for this reply alone. */
async function keepBudget(
  { db, emit, now, offers }: UseCaseContext<Actor | null>,
  { channelId, connector }: OpenDelivery,
  outcome: SendOutcome,
): Promise<void> {
  const budgets = budgetsSaid(outcome, now());
  if (budgets.length === 0) return;
  const limits = offers.connectors.get(connector)?.manifest.rateLimits;
  const spent = await noteBudgets(db, channelId, limits, budgets);
  if (!spent.includes('send')) return;
  for (const message of await replanWaiting(db, channelId, { limits, now: now() }))
    emit(messageChanged(message));
}

function budgetsSaid(outcome: SendOutcome, now: Date): readonly Budget[] {
  if (outcome.outcome === 'failed') return [];
  if (outcome.budgets?.length) return outcome.budgets;
  const seconds = outcome.outcome === 'retry' ? (outcome.retryAfter ?? 0) : 0;
  if (seconds <= 0) return [];
  return [{ scope: 'send', remaining: 0, resetsAt: new Date(now.getTime() + seconds * 1000) }];
}

/** The network's id may be known already from an echo that came first; then ours is kept as it is. */
async function markSent(
  { db }: UseCaseContext<null>,
  deliveryId: string,
  { messageId, channelId }: OpenDelivery,
  externalId: string | undefined,
): Promise<void> {
  await db.pipeline(
    sql`UPDATE deliveries SET state = 'sent', reason = NULL, detail = NULL, finished_at = now()
      WHERE workspace_id = ${db.workspaceId} AND id = ${deliveryId}::uuid`,
    // Its receipt may have been quicker than the answer to our request.
    sql`UPDATE messages m SET send_state = CASE WHEN m.send_state IN ('delivered', 'read') THEN m.send_state ELSE 'sent' END, external_id = CASE
        WHEN m.external_id IS NOT NULL OR EXISTS (SELECT 1 FROM messages o WHERE o.workspace_id = m.workspace_id
          AND o.channel_id = m.channel_id AND o.external_id = ${externalId ?? null}::text) THEN m.external_id
        ELSE ${externalId ?? null}::text END
      WHERE m.workspace_id = ${db.workspaceId} AND m.id = ${messageId}::uuid`,
    sql`UPDATE channels SET last_sent_at = now() WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid`,
  );
}

type Unsent = Exclude<SendOutcome, { outcome: 'sent' }>;

async function planRetry(
  { db, enqueue }: UseCaseContext<null>,
  deliveryId: string,
  { messageId }: OpenDelivery,
  { reason, detail }: Unsent,
  dueAt: Date,
): Promise<void> {
  await db.pipeline(
    sql`UPDATE deliveries SET state = 'retrying', due_at = ${dueAt}, reason = ${reason}, detail = ${detail ?? null}
      WHERE workspace_id = ${db.workspaceId} AND id = ${deliveryId}::uuid`,
    sql`UPDATE messages SET send_state = 'queued' WHERE workspace_id = ${db.workspaceId} AND id = ${messageId}::uuid`,
  );
  enqueue(deliverMessage, { deliveryId }, { runAt: dueAt });
}

async function markFailed(
  { db, emit, audit }: UseCaseContext<null>,
  deliveryId: string,
  { messageId, channelId }: OpenDelivery,
  outcome: Unsent,
): Promise<void> {
  const reason = outcome.outcome === 'retry' ? 'gave_up' : outcome.reason;
  await db.pipeline(
    sql`UPDATE deliveries SET state = 'failed', reason = ${reason}, detail = ${outcome.detail ?? null}, finished_at = now()
      WHERE workspace_id = ${db.workspaceId} AND id = ${deliveryId}::uuid`,
    sql`UPDATE messages SET send_state = 'failed' WHERE workspace_id = ${db.workspaceId} AND id = ${messageId}::uuid`,
  );
  audit({
    action: 'conversations.delivery-failed',
    subjectType: 'message',
    subjectId: messageId,
    data: { reason },
  });
  emit(channelChanged(channelId));
}

/** The network refuses us, not this reply: it is not tried again by itself and goes out once the channel is back. */
async function awaitReconnecting(
  { db, emit, audit }: UseCaseContext<Actor | null>,
  deliveryId: string,
  { messageId, channelId }: OpenDelivery,
  { reason, detail }: Unsent,
): Promise<void> {
  const [, , lost] = await db.pipeline<[unknown[], unknown[], unknown[]]>(
    sql`UPDATE deliveries SET state = 'retrying', reason = 'channel_needs_reconnect', detail = ${detail ?? null}
      WHERE workspace_id = ${db.workspaceId} AND id = ${deliveryId}::uuid`,
    sql`UPDATE messages SET send_state = 'queued' WHERE workspace_id = ${db.workspaceId} AND id = ${messageId}::uuid`,
    sql`UPDATE channels SET state = 'needs_reconnect', state_reason = ${reason}
      WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid AND state = 'active' RETURNING id`,
  );
  if (lost.length > 0) {
    audit({ action: 'channels.access-lost', subjectType: 'channel', subjectId: channelId, data: { reason } });
  }
  emit(channelChanged(channelId));
}
