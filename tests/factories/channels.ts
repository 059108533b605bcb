import { Webhook } from 'standardwebhooks';
import { execute } from '@/entry/execute';
import { newId } from '@/kernel/ids';
import type { CreatedChannel } from '@/modules/channels/contract';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { storeRawEvents } from '@/modules/channels/use-cases/store-raw-events';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import type { MemberContext } from '@/platform/context/context';
import { systemContextOf, type TestWorkspace } from './workspaces';

/** An API channel, connected by this admin. */
export function anApiChannel(admin: MemberContext, overrides: object = {}): Promise<CreatedChannel> {
  return execute(createChannel, admin, { connector: 'api', name: `API ${newId().slice(-6)}`, ...overrides });
}

/** One message as an integrator posts it. */
export function anInboundMessage(overrides: Record<string, unknown> = {}) {
  const id = newId();
  return {
    externalId: `m-${id}`,
    conversation: { externalId: 'thread-1' },
    author: { externalId: 'author-1', name: 'Jonas Weber', handle: 'jonas' },
    text: 'Kann mir jemand helfen?',
    kind: 'comment',
    visibility: 'public',
    sentAt: '2026-11-02T09:12:00.000Z',
    ...overrides,
  };
}

export function createdEvent(data: object, timestamp = '2026-11-02T09:12:00.000Z') {
  return { type: 'message.created', timestamp, data };
}

/** A body with the headers that sign it, as the `standardwebhooks` client makes them. */
export function signed(secret: string, body: string, { id = newId(), at = new Date() } = {}) {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}

/** Stores deliveries as the door does, then applies them as the job does. */
export async function receive(
  workspace: TestWorkspace,
  channelId: string,
  ...bodies: unknown[]
): Promise<void> {
  for (const body of bodies) await store(workspace, channelId, body);
  await drainChannelEvents(systemContextOf(workspace), channelId);
}

export async function store(
  workspace: TestWorkspace,
  channelId: string,
  body: unknown,
  externalId: string = newId(),
) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  await storeRawEvents(workspace.db, [{ id: newId(), channelId, externalId, headers: {}, body: bytes }]);
}
