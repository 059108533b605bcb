import type { Refusal } from '@/connectors/contract';
import type { TenantContext } from '@/platform/context/context';

/** Longer than a connector's own time limits, shorter than the lease of a feed, milliseconds. */
const DEADLINE_MS = 60_000;

/**
 * Calls a connector that speaks to its network. One that throws or never comes back is our mistake or passes:
 * @returns its answer, or a refusal that is worth another try
 */
export async function askConnector<Answer>(
  { log }: Pick<TenantContext, 'log'>,
  channelId: string,
  call: () => Promise<Answer>,
  deadlineMs = DEADLINE_MS,
): Promise<Answer | Refusal> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Refusal>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'retry', reason: 'network_timeout' }), deadlineMs);
  });
  try {
    return await Promise.race([call(), late]);
  } catch (error) {
    log.error({ err: error, channelId }, 'a connector threw');
    return { outcome: 'retry', reason: 'connector_error' };
  } finally {
    clearTimeout(timer);
  }
}
