import { beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from '@/connectors/contract';
import { execute } from '@/entry/execute';
import { replayEvents } from '@/modules/channels/use-cases/replay-events';
import { drainChannelEvents } from '@/modules/conversations/use-cases/drain-channel';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anAskedChannel, anAskedConnector, speaking } from '../factories/asked-channels';
import { anInboundMessage, createdEvent, store } from '../factories/channels';
import { aMember, aWorkspace, systemContextOf, type TestWorkspace } from '../factories/workspaces';

type Answer = Awaited<ReturnType<NonNullable<Connector['resolveInbound']>>>;

let workspace: TestWorkspace;
let admin: MemberContext;
let context: TenantContext<null>;
let channelId: string;
let asked: string[];
let answer: (id: string) => Answer;

/** What the network would send if it sent more than ids. */
const meaning = (id: string) =>
  Buffer.from(JSON.stringify(createdEvent(anInboundMessage({ externalId: id, text: id }))));

beforeEach(async () => {
  workspace = await aWorkspace();
  asked = [];
  answer = (id) => ({ outcome: 'resolved', body: meaning(id) });
  const connector = anAskedConnector({
    resolveInbound: async (body) => {
      const { id } = JSON.parse(Buffer.from(body).toString()) as { id?: string };
      if (id === undefined) return { outcome: 'resolved', body };
      asked.push(id);
      return answer(id);
    },
  });
  admin = speaking(await aMember(workspace, { role: 'admin' }), connector);
  context = speaking(systemContextOf(workspace), connector);
  channelId = await anAskedChannel(admin, connector);
});

const drain = () => drainChannelEvents(context, channelId);
const deliver = (...ids: string[]) =>
  ids.reduce((before, id) => before.then(() => store(workspace, channelId, { id }, id)), Promise.resolve());
const raw = async () =>
  (await workspace.db.models.rawEvent.findMany({ orderBy: { position: 'asc' } })).map(
    ({ externalId, state, reason, attempts }) => [externalId, state, reason ?? '', attempts].join(' ').trim(),
  );
const texts = async () =>
  (await workspace.db.models.message.findMany({ orderBy: { createdAt: 'asc' } }))
    .map(({ text }) => text)
    .sort();

describe('deliveries of ids', () => {
  it('are applied with what they mean, and stay as they came', async () => {
    await deliver('a', 'b', 'c', 'd', 'e', 'f');
    await store(
      workspace,
      channelId,
      createdEvent(anInboundMessage({ externalId: 'whole', text: 'whole' })),
      'whole',
    );
    expect(await drain()).toBeNull();
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(await texts()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'whole']);
    const events = await workspace.db.models.rawEvent.findMany({ orderBy: { position: 'asc' } });
    expect(Buffer.from(events[0]?.body ?? []).toString()).toBe('{"id":"a"}');
    expect(events.map(({ resolvedBody }) => resolvedBody === null)).toEqual([...Array(6).fill(false), true]);
  });

  it('hold those behind them while the network cannot be asked, and go on in order', async () => {
    await deliver('a', 'b', 'c');
    answer = (id) =>
      id === 'b'
        ? { outcome: 'retry', reason: 'network_unavailable', retryAfter: 40 }
        : { outcome: 'resolved', body: meaning(id) };
    const again = await drain();
    expect(((again?.getTime() ?? 0) - Date.now()) / 1000).toBeGreaterThan(35);
    expect(await texts()).toEqual(['a']);
    expect(await raw()).toEqual(['a applied  1', 'b pending network_unavailable 1', 'c pending  0']);
    // What comes meanwhile does not have it asked sooner.
    await deliver('d');
    expect(await drain()).toEqual(again);
    expect(asked.filter((id) => id === 'b')).toHaveLength(1);
    await workspace.db.query(sql`UPDATE raw_events SET try_at = now()`);
    answer = (id) => ({ outcome: 'resolved', body: meaning(id) });
    expect(await drain()).toBeNull();
    expect(await texts()).toEqual(['a', 'b', 'c', 'd']);
    expect(await raw()).toEqual(['a applied  1', 'b applied  2', 'c applied  1', 'd applied  1']);
  });

  it('are put aside after eight tries in vain, and those behind go on; a replay begins anew', async () => {
    await deliver('a', 'b');
    answer = (id) =>
      id === 'a'
        ? { outcome: 'retry', reason: 'network_unavailable' }
        : { outcome: 'resolved', body: meaning(id) };
    for (let tries = 1; tries < 8; tries += 1) {
      expect(await drain()).toBeInstanceOf(Date);
      await workspace.db.query(sql`UPDATE raw_events SET try_at = now()`);
    }
    expect(await drain()).toBeNull();
    expect(await raw()).toEqual(['a parked network_unavailable 8', 'b applied  1']);
    await execute(replayEvents, admin, { channelId });
    expect(await drain()).toBeInstanceOf(Date);
    expect(await raw()).toEqual(['a pending network_unavailable 1', 'b applied  1']);
  });

  it('are put aside at once where the network has a reason', async () => {
    await deliver('a', 'b');
    answer = (id) =>
      id === 'a' ? { outcome: 'failed', reason: 'not_found' } : { outcome: 'resolved', body: meaning(id) };
    expect(await drain()).toBeNull();
    expect(await raw()).toEqual(['a parked not_found 1', 'b applied  1']);
  });

  it('wait for an admin where access was lost: none is put aside', async () => {
    await deliver('a', 'b');
    answer = () => ({ outcome: 'failed', reason: 'access_token_invalid', needsReconnect: true });
    expect(await drain()).toBeNull();
    expect(await drain()).toBeNull();
    expect(await raw()).toEqual(['a pending  0', 'b pending  0']);
    expect(await workspace.db.models.channel.findFirst()).toMatchObject({ state: 'needs_reconnect' });
    await workspace.db.query(sql`UPDATE channels SET state = 'active'`);
    answer = (id) => ({ outcome: 'resolved', body: meaning(id) });
    await drain();
    expect(await texts()).toEqual(['a', 'b']);
  });
});
