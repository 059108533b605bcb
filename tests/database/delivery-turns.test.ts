import { beforeEach, describe, expect, it } from 'vitest';
import type { Connector, SendOutcome } from '@/connectors/contract';
import { execute } from '@/entry/execute';
import { offers } from '@/entry/offers';
import { newId } from '@/kernel/ids';
import { getChannelDetail } from '@/modules/channels/queries';
import { reserveRead } from '@/modules/channels/use-cases/reserve-budget';
import { setChannelState } from '@/modules/channels/use-cases/update-channel';
import { onChannelResumed } from '@/modules/conversations/reactions';
import { deliverToNetwork } from '@/modules/conversations/use-cases/deliver-message';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { aChannel, aConversation, aMessage } from '../factories/conversations';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;
let channelId: string;
let conversationId: string;
/** What the network was given, and when, by message id. */
let sent: { id: string; at: number }[];
let answer: (id: string) => SendOutcome;
/** Milliseconds this process is ahead of the clock on the wall. */
let ahead: number;

/** Eight in 700 seconds: two at once, then one every hundred. */
const limits = [
  { scope: 'send' as const, count: 8, perSeconds: 700 },
  { scope: 'read' as const, count: 1, perSeconds: 60 },
];

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = withNetwork(await aMember(workspace, { role: 'admin' }));
  channelId = await aChannel(workspace);
  conversationId = await aConversation(workspace, { channelId });
  sent = [];
  answer = () => ({ outcome: 'sent' });
  ahead = 0;
});

function withNetwork<Context extends TenantContext>(context: Context): Context {
  const real = offers();
  const api = real.connectors.get('api') as Connector;
  const connector: Connector = {
    ...api,
    manifest: { ...api.manifest, rateLimits: limits },
    send: async ({ id }) => {
      sent.push({ id, at: Date.now() });
      return answer(id);
    },
  };
  const connectors = { get: () => connector, all: () => [connector] };
  return { ...context, now: () => new Date(Date.now() + ahead), offers: { ...real, connectors } };
}

/** Replies in the order they were written, due now. */
async function replies(count: number, agoMs = 60_000): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const messageId = await aMessage(workspace, {
      conversationId,
      channelId,
      direction: 'outbound',
      memberId: admin.actor.memberId,
    });
    const id = newId();
    const createdAt = new Date(Date.now() - agoMs + index);
    await workspace.db.pipeline(
      sql`UPDATE messages SET send_state = 'queued' WHERE workspace_id = ${workspace.id} AND id = ${messageId}`,
      sql`INSERT INTO deliveries (workspace_id, id, message_id, channel_id, due_at, created_at)
        VALUES (${workspace.id}, ${id}, ${messageId}, ${channelId}, now(), ${createdAt})`,
    );
    ids.push(id);
  }
  return ids;
}

const deliver = (id: string) => deliverToNetwork(withNetwork(systemContextOf(workspace)), id);
const deliverAll = (ids: string[]) => Promise.all(ids.map(deliver));

interface Stand {
  id: string;
  state: string;
  attempts: number;
  /** Seconds from now. */
  due: number;
  reason: string | null;
  sendState: string;
  jobs: number;
}

async function stands(): Promise<Stand[]> {
  return workspace.db.query<Stand>(sql`
    SELECT d.id, d.state, d.attempts, round(extract(epoch FROM d.due_at - now()))::int AS due, d.reason, m.send_state AS "sendState",
      (SELECT count(*)::int FROM graphile_worker._private_jobs j WHERE j.payload -> 'payload' ->> 'deliveryId' = d.id::text
        AND j.run_at BETWEEN d.due_at - interval '1 second' AND d.due_at + interval '1 second') AS jobs
    FROM deliveries d JOIN messages m ON m.workspace_id = d.workspace_id AND m.id = d.message_id
    WHERE d.workspace_id = ${workspace.id} ORDER BY d.created_at, d.id`);
}

describe('a limit', () => {
  it('lets replies wait their turn by age, whoever works on them, without counting a try', async () => {
    const ids = await replies(6);
    await deliverAll([...ids].reverse());
    await deliverAll(ids);
    const all = await stands();
    expect(sent).toHaveLength(2);
    expect(all.map(({ state }) => state)).toEqual(['sent', 'sent', 'queued', 'queued', 'queued', 'queued']);
    expect(all.map(({ attempts }) => attempts)).toEqual([1, 1, 0, 0, 0, 0]);
    const [next] = all.slice(2);
    for (const [index, { due, jobs, sendState }] of all.slice(2).entries()) {
      expect(Math.abs(due - (next?.due ?? 0) - index * 100)).toBeLessThanOrEqual(1);
      expect(jobs).toBeGreaterThan(0);
      expect(sendState).toBe('queued');
    }
  });

  it('sends a reply once its turn has come', async () => {
    const [first = '', second = '', third = ''] = await replies(3);
    for (const id of [first, second, third]) await deliver(id);
    expect(sent).toHaveLength(2);
    ahead = 100_500;
    await workspace.db.query(
      sql`UPDATE deliveries SET due_at = now(), slot_at = now() WHERE state = 'queued'`,
    );
    await deliver(third);
    expect((await stands()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('is shown with what is left and how long the next one waits', async () => {
    await deliverAll(await replies(3));
    const { measured, health } = await getChannelDetail(admin, channelId);
    expect(measured.queue.waiting).toBe(1);
    expect(measured.budgets).toMatchObject([
      { scope: 'send', remaining: null, waitsUntil: expect.any(String) },
    ]);
    expect(measured.tries.send).toEqual({ tried: 2, failed: 0 });
    expect(health).toEqual({ state: 'healthy', reasons: [] });
  });

  it('holds for reading in all processes, and reserves nothing for who has to come again', async () => {
    const asked = await Promise.all([1, 2, 3].map(() => reserveRead(workspace.db, channelId, limits)));
    expect(asked.filter((at) => at === null)).toHaveLength(1);
    const later = asked.find((at) => at !== null);
    expect(later && later.getTime() - Date.now()).toBeGreaterThan(55_000);
    expect(await reserveRead(workspace.db, channelId, limits, later ?? undefined)).toBeNull();
  });
});

describe('a network that says stop', () => {
  it('makes all replies of the channel wait, the refused one first in line', async () => {
    const ids = await replies(4);
    answer = () => ({ outcome: 'retry', reason: 'rate_limited', retryAfter: 120 });
    await deliver(ids[0] ?? '');
    await deliverAll(ids.slice(1));
    expect(sent).toHaveLength(1);
    const all = await stands();
    expect(all.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['retrying', 1],
      ['queued', 0],
      ['queued', 0],
      ['queued', 0],
    ]);
    for (const { due } of all) expect(due).toBeGreaterThanOrEqual(118);
    expect((await getChannelDetail(admin, channelId)).health).toMatchObject({
      state: 'degraded',
      reasons: expect.arrayContaining([expect.objectContaining({ reason: 'budget_spent' })]),
    });
  });

  it('moves those that had their turn already', async () => {
    const ids = await replies(4);
    await deliverAll(ids.slice(0, 3));
    answer = () => ({
      outcome: 'sent',
      budgets: [{ scope: 'send', remaining: 0, limit: 8, resetsAt: new Date(Date.now() + 300_000) }],
    });
    await workspace.db.query(sql`UPDATE channel_budgets SET reserved_to = 'epoch' WHERE scope = 'send'`);
    await deliver(ids[3] ?? '');
    const [third] = (await stands()).filter(({ state }) => state === 'queued');
    expect(third?.due).toBeGreaterThanOrEqual(298);
  });
});

describe('a channel that lost its connection', () => {
  it('keeps its replies and sends them once it is back', async () => {
    const ids = await replies(2);
    answer = () => ({ outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true });
    await deliver(ids[0] ?? '');
    await deliver(ids[1] ?? '');
    expect(sent).toHaveLength(1);
    const waiting = await stands();
    expect(waiting.map(({ reason, sendState }) => [reason, sendState])).toEqual([
      ['channel_needs_reconnect', 'queued'],
      ['channel_needs_reconnect', 'queued'],
    ]);
    expect(await getChannelDetail(admin, channelId)).toMatchObject({
      state: 'needs_reconnect',
      health: {
        state: 'needs_reconnect',
        reasons: [{ reason: 'connection_lost', detail: 'access_token_invalid' }],
      },
    });
    await execute(setChannelState, admin, { channelId, state: 'active' });
    await react();
    ahead = 600_000;
    answer = () => ({ outcome: 'sent' });
    for (const id of ids) await deliver(id);
    expect((await stands()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('rests while it is paused, for as long as that takes', async () => {
    const [id = ''] = await replies(1, 4 * 86_400_000);
    await execute(setChannelState, admin, { channelId, state: 'paused' });
    for (let turn = 0; turn < 3; turn += 1) await deliver(id);
    expect(await stands()).toMatchObject([{ state: 'queued', attempts: 0, reason: 'channel_paused' }]);
    await execute(setChannelState, admin, { channelId, state: 'active' });
    await react();
    answer = () => ({ outcome: 'retry', reason: 'network_timeout' });
    await deliver(id);
    // Its three days begin with the channel's return.
    expect(await stands()).toMatchObject([{ state: 'retrying', attempts: 1 }]);
  });
});

/** What the worker does with the event of a channel that is back. */
async function react(): Promise<void> {
  const [event] = await workspace.db.query<{ payload: Record<string, unknown> }>(
    sql`SELECT payload FROM outbox_events WHERE type = 'channel.resumed'`,
  );
  expect(event).toBeDefined();
  const context = withNetwork(systemContextOf(workspace));
  for (let time = 0; time < 2; time += 1)
    await onChannelResumed.react(context, { payload: event?.payload } as Parameters<
      typeof onChannelResumed.react
    >[1]);
}
