import { z } from 'zod';
import { apiConnector } from '@/connectors/api/connector';
import type { Connector } from '@/connectors/contract';
import type { PolledEvent, PollOutcome, PollRequest } from '@/connectors/contract/asking';
import { execute } from '@/entry/execute';
import { newId } from '@/kernel/ids';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { pollFeed } from '@/modules/channels/use-cases/poll-feed';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { anInboundMessage, createdEvent } from './channels';

/** What a network answers is the test's; what its events mean is what an integrator's would. */
export function anAskedConnector(overrides: Partial<Connector> = {}): Connector {
  const { manifest } = apiConnector;
  return {
    ...apiConnector,
    manifest: {
      ...manifest,
      network: 'nodebb',
      capabilities: { ...manifest.capabilities, ingest: ['poll', 'webhook', 'stream'], search: true },
      settings: z.strictObject({}),
      secrets: [
        { name: 'signingSecret', origin: 'generated', isRequired: true },
        { name: 'accessToken', origin: 'granted', isRequired: false },
        { name: 'refreshToken', origin: 'granted', isRequired: false },
      ],
      pollEverySeconds: 60,
    },
    poll: async () => polled([]),
    ...overrides,
  };
}

/** The same context, in which this connector speaks for `nodebb`. */
export function speaking<Context extends TenantContext>(context: Context, connector: Connector): Context {
  const { connectors } = context.offers;
  return {
    ...context,
    offers: {
      ...context.offers,
      connectors: {
        get: (network: string) => (network === 'nodebb' ? connector : connectors.get(network)),
        all: () => [...connectors.all(), connector],
      },
    },
  };
}

export async function anAskedChannel(
  admin: MemberContext,
  connector: Connector,
  given: { secrets?: Record<string, string> } = {},
): Promise<string> {
  const input = { connector: 'nodebb', name: `Forum ${newId().slice(-6)}`, ...given };
  return (await execute(createChannel, speaking(admin, connector), input)).id;
}

export function polled(
  events: readonly PolledEvent[],
  overrides: Partial<Extract<PollOutcome, { outcome: 'polled' }>> = {},
): PollOutcome {
  return {
    outcome: 'polled',
    events,
    cursor: { after: events.at(-1)?.externalId },
    hasMore: false,
    ...overrides,
  };
}

/** An event as asking brings it, of one message. */
export function aPolledMessage(id: string, overrides: Record<string, unknown> = {}): PolledEvent {
  const body = createdEvent(anInboundMessage({ externalId: id, ...overrides }));
  return { externalId: `polled-${id}`, body: Buffer.from(JSON.stringify(body)) };
}

/** A network whose messages are a list: the cursor is how many were fetched. */
export function aListOf(count: number): (request: PollRequest) => Promise<PollOutcome> {
  return async ({ cursor, limit }) => {
    const from = Number(cursor ?? 0);
    const until = Math.min(count, from + limit);
    const events = Array.from({ length: until - from }, (_, place) => aPolledMessage(`m-${from + place}`));
    return polled(events, { cursor: until, hasMore: until < count, progress: until / count });
  };
}

let jobs = 0;

/** As a job of its own. */
export function poll(
  context: TenantContext<null>,
  channelId: string,
  feed: 'live' | 'backfill' = 'live',
  job: { id?: string; attempt?: number } = {},
): Promise<void> {
  jobs += 1;
  const { id = `job-${jobs}`, attempt = 1 } = job;
  return pollFeed(context, { channelId, feed }, { id, attempt, signal: new AbortController().signal });
}
