import type { SendOutcome } from '@/connectors/contract';
import { withFreshAccess } from '@/modules/channels/use-cases/refresh-access';
import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { beginDelivery, type DeliveryToSend } from './begin-delivery';
import { endDelivery } from './end-delivery';

/**
 * Sends one reply: takes it in hand, speaks to the network outside any transaction, records how it ended.
 * Killed in between, it is sent again with the same idempotency key.
 */
export async function deliverToNetwork(context: TenantContext<null>, deliveryId: string): Promise<void> {
  const delivery = await runUnitOfWork(context, (work) => beginDelivery.run(work, { deliveryId }));
  if (!delivery) return;
  const outcome = await send(context, delivery);
  await runUnitOfWork(context, (work) => endDelivery.run(work, { deliveryId, outcome }));
}

async function send(
  context: TenantContext<null>,
  { channelId, message }: DeliveryToSend,
): Promise<SendOutcome> {
  const fresh = await withFreshAccess(context, channelId);
  if (fresh.outcome !== 'ready') return fresh;
  const { access, connector } = fresh;
  if (access.state === 'paused') return { outcome: 'retry', reason: 'channel_paused' };
  try {
    return await connector.send(message, access, context.offers.outbound, context.now());
  } catch (error) {
    context.log.error({ err: error, channelId }, 'a connector threw while sending');
    return { outcome: 'retry', reason: 'connector_error' };
  }
}
