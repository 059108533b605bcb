import { beforeEach, describe, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { newId } from '@/kernel/ids';
import {
  getChannel,
  getChannelAccess,
  listChannels,
  listConnectorOffers,
  listRawEvents,
} from '@/modules/channels/queries';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { replayEvents } from '@/modules/channels/use-cases/replay-events';
import { rotateSecret } from '@/modules/channels/use-cases/rotate-secret';
import { removeChannel, setChannelState, updateChannel } from '@/modules/channels/use-cases/update-channel';
import { listFailedDeliveries } from '@/modules/conversations/queries/list-failed-deliveries';
import { retryDeliveries } from '@/modules/conversations/use-cases/retry-deliveries';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { anApiChannel, anInboundMessage, createdEvent, receive, store } from '../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
});

const audited = async () =>
  (await workspace.db.models.auditEntry.findMany({ orderBy: { createdAt: 'asc' } })).map(
    ({ action }) => action,
  );
const facebook = {
  connector: 'facebook',
  name: 'Page',
  settings: { pageId: '77' },
  secrets: { appSecret: 'shh' },
};

describe('connecting', () => {
  it('is the admin’s alone', async () => {
    for (const role of ['manager', 'marketer'] as const) {
      const member = await aMember(workspace, { role });
      await expect(anApiChannel(member)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await listChannels(admin)).toEqual([]);
  });

  it('seals what was entered and shows what was made this once', async () => {
    const created = await execute(createChannel, admin, facebook);
    expect(created.shownSecrets).toMatchObject([
      { name: 'verifyToken', value: expect.stringMatching(/.{40}/) },
    ]);
    const rows = await workspace.db.models.channelSecret.findMany();
    expect(rows.map(({ name }) => name).sort()).toEqual(['appSecret', 'verifyToken']);
    for (const { sealed } of rows) expect(Buffer.from(sealed).toString()).not.toContain('shh');
    expect(JSON.stringify(await getChannel(admin, created.id))).not.toContain('shh');
    expect((await getChannelAccess(workspace.db, created.id))?.secrets.appSecret).toEqual(['shh']);
    expect(await audited()).toEqual(['channels.create']);
  });

  it.each([
    ['a secret that is missing', { secrets: {} }, 'secrets.appSecret', 'required'],
    [
      'a secret nobody asked for',
      { secrets: { appSecret: 'x', other: 'y' } },
      'secrets.other',
      'unknown_key',
    ],
    ['a setting that is missing', { settings: {} }, 'settings.pageId', 'required'],
    ['a setting of another form', { settings: { pageId: 'mine' } }, 'settings.pageId', 'invalid_format'],
    ['a setting of another type', { settings: { pageId: 5 } }, 'settings.pageId', 'invalid_type'],
    [
      'a setting nobody asked for',
      { settings: { pageId: '5', colour: 'red' } },
      'settings.colour',
      'unknown_key',
    ],
    ['a team that is nowhere', { teamId: newId() }, 'teamId', 'team_not_found'],
    ['a connector nobody wrote', { connector: 'fidonet' }, 'connector', 'unknown_connector'],
  ])('refuses %s by its name', async (_, overrides, path, reason) => {
    await expect(execute(createChannel, admin, { ...facebook, ...overrides })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ path, reason }],
    });
    expect(await listChannels(admin)).toEqual([]);
  });

  it('is offered with what each connector asks for', () => {
    const offered = listConnectorOffers(admin).filter(({ name }) => ['api', 'facebook'].includes(name));
    expect(offered).toMatchObject([
      { name: 'api', settings: [{ name: 'callbackUrl', isRequired: false }], isForIntegrators: true },
      { name: 'facebook', settings: [{ name: 'pageId', isRequired: true }], isForIntegrators: false },
    ]);
  });
});

describe('changing', () => {
  it('keeps secrets that were left empty and takes a new one as a new try', async () => {
    const { id } = await execute(createChannel, admin, facebook);
    await workspace.db.query(
      sql`UPDATE channels SET state = 'needs_reconnect', state_reason = 'access_token_invalid'`,
    );
    const renamed = await execute(updateChannel, admin, {
      channelId: id,
      name: 'Seite',
      expectationMinutes: 30,
    });
    expect(renamed).toMatchObject({ name: 'Seite', expectationMinutes: 30, state: 'needs_reconnect' });
    const mended = await execute(updateChannel, admin, {
      channelId: id,
      secrets: { pageAccessToken: 'new' },
    });
    expect(mended).toMatchObject({ state: 'active', stateReason: null });
    expect((await getChannelAccess(workspace.db, id))?.secrets).toMatchObject({
      appSecret: ['shh'],
      pageAccessToken: ['new'],
    });
  });

  it('rotates with at most two secrets alive', async () => {
    const { id, shownSecrets } = await anApiChannel(admin);
    const rotate = (overlapHours: number) =>
      execute(rotateSecret, admin, { channelId: id, name: 'signingSecret', overlapHours });
    const alive = async () => (await getChannelAccess(workspace.db, id))?.secrets.signingSecret;
    const second = await rotate(24);
    expect(await alive()).toEqual([second.value, shownSecrets[0]?.value]);
    const third = await rotate(24);
    expect(await alive()).toEqual([third.value, second.value]);
    const last = await rotate(0);
    expect(await alive()).toEqual([last.value]);
  });

  it('pauses without losing what arrives, and removes without losing conversations', async () => {
    const { id } = await anApiChannel(admin);
    await receive(workspace, id, createdEvent(anInboundMessage()));
    await execute(setChannelState, admin, { channelId: id, state: 'paused' });
    await receive(workspace, id, createdEvent(anInboundMessage({ text: 'Später' })));
    expect(await getChannel(admin, id)).toMatchObject({ state: 'paused', pending: 1 });
    await execute(setChannelState, admin, { channelId: id, state: 'active' });
    await receive(workspace, id);
    expect(await workspace.db.models.message.count()).toBe(2);
    await execute(removeChannel, admin, { channelId: id });
    expect(await listChannels(admin)).toEqual([]);
    expect(await workspace.db.models.channelSecret.count()).toBe(0);
    expect(await workspace.db.models.conversation.count()).toBe(1);
    await expect(getChannel(admin, id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the event log', () => {
  it('says when the last event came, before it is applied', async () => {
    const { id } = await anApiChannel(admin);
    expect((await getChannel(admin, id)).lastEventAt).toBeNull();
    await store(workspace, id, createdEvent(anInboundMessage()));
    expect(await getChannel(admin, id)).toMatchObject({ lastEventAt: expect.any(String), pending: 1 });
  });

  it('pages through everything once, newest first, by state', async () => {
    const { id } = await anApiChannel(admin);
    const bodies = [1, 2, 3, 4, 5].map((n) => createdEvent(anInboundMessage({ externalId: `m-${n}` })));
    await receive(workspace, id, ...bodies, { type: 'nonsense' });
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listRawEvents(admin, { channelId: id, limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.data.map(({ id: event }) => event));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
    const parked = await listRawEvents(admin, { channelId: id, limit: 50, state: 'parked' });
    expect(parked.data).toMatchObject([{ state: 'parked', excerpt: '{"type":"nonsense"}' }]);
  });

  it('replays one or all, and only of this workspace’s channel', async () => {
    const { id } = await anApiChannel(admin);
    await receive(workspace, id, '{}', '[]');
    const [event] = (await listRawEvents(admin, { channelId: id, limit: 1 })).data;
    expect(await execute(replayEvents, admin, { channelId: id, rawEventId: event?.id })).toEqual({
      replayed: 1,
    });
    await expect(
      execute(replayEvents, admin, { channelId: id, rawEventId: event?.id }),
    ).rejects.toMatchObject({
      reason: 'raw_event_not_found',
    });
    expect(await execute(replayEvents, admin, { channelId: id })).toEqual({ replayed: 1 });
    const stranger = await aMember(await aWorkspace(), { role: 'admin' });
    for (const work of [
      () => execute(replayEvents, stranger, { channelId: id }),
      () => execute(retryDeliveries, stranger, { channelId: id }),
      () => listRawEvents(stranger, { channelId: id, limit: 1 }),
      () => listFailedDeliveries(stranger, { channelId: id, limit: 1 }),
    ]) {
      await expect(work()).rejects.toMatchObject({ reason: 'channel_not_found' });
    }
  });
});

describe('replies that were given up', () => {
  it('are listed with their reason and sent again with full patience', async () => {
    const { id } = await anApiChannel(admin);
    await receive(workspace, id, createdEvent(anInboundMessage()));
    const { conversationId } = (await workspace.db.models.message.findFirst()) ?? { conversationId: '' };
    for (const text of ['Erste Antwort', 'Zweite Antwort']) await aFailedReply(conversationId, id, text);
    const failed = await listFailedDeliveries(admin, { channelId: id, limit: 1 });
    expect(failed).toMatchObject({
      data: [{ excerpt: 'Zweite Antwort', reason: 'callback_gone', contact: 'Jonas Weber', attempts: 9 }],
      nextCursor: expect.any(String),
    });
    expect((await getChannel(admin, id)).failed).toBe(2);
    const [one] = failed.data;
    expect(await execute(retryDeliveries, admin, { channelId: id, deliveryId: one?.id })).toEqual({
      retried: 1,
    });
    await expect(
      execute(retryDeliveries, admin, { channelId: id, deliveryId: one?.id }),
    ).rejects.toMatchObject({
      reason: 'delivery_not_found',
    });
    expect(await execute(retryDeliveries, admin, { channelId: id })).toEqual({ retried: 1 });
    const states = await workspace.db.query(sql`
      SELECT d.state, d.attempts, d.created_at > now() - interval '1 minute' AS fresh, m.send_state AS shown
      FROM deliveries d JOIN messages m ON m.workspace_id = d.workspace_id AND m.id = d.message_id`);
    const again = { state: 'queued', attempts: 0, fresh: true, shown: 'queued' };
    expect(states).toEqual([again, again]);
  });

  async function aFailedReply(conversationId: string, channelId: string, text: string): Promise<void> {
    const messageId = newId();
    await workspace.db.query(sql`
      INSERT INTO messages (workspace_id, id, conversation_id, channel_id, kind, direction, visibility, text, sent_at, version_at, send_state, member_id)
      VALUES (${workspace.id}, ${messageId}::uuid, ${conversationId}::uuid, ${channelId}::uuid, 'comment', 'outbound', 'public',
        ${text}, now(), now(), 'failed', ${admin.actor.memberId})`);
    await workspace.db.query(sql`
      INSERT INTO deliveries (workspace_id, id, message_id, channel_id, state, attempts, due_at, reason, created_at, finished_at)
      VALUES (${workspace.id}, ${newId()}::uuid, ${messageId}::uuid, ${channelId}::uuid, 'failed', 9, now(), 'callback_gone',
        clock_timestamp() - interval '4 days', now())`);
  }
});
